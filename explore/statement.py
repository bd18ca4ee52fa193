from collections.abc import Sequence
from dataclasses import dataclass

from careers.models import Career, OccupationMatch
from explore.claims import Claim, figure_claims
from facts.comparison import question, reasons, same_question
from facts.figure import Figure
from facts.kinds import StatementKind, every_figure, kind_named, kind_of
from facts.models import Change, Correction, Release, Statement
from facts.models.statement import statement_models

MOST_ASIDES = 24


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    figure: Figure
    other: Figure
    agrees: bool


@dataclass(frozen=True, slots=True)
class Aside:
    figure: Figure
    differs: list[str]


@dataclass(frozen=True, slots=True)
class StatementRecord:
    statement: Statement
    figures: list[Figure]
    answers: list[StatementAnswer]
    asides: list[Aside]
    claims: list[Claim]
    changes: list[Change]
    corrections: list[Correction]

    @property
    def withdrawn_with(self) -> Release | None:
        """The withdrawn release it belongs to, or None."""
        release = getattr(self.statement, "release", None)
        return release if release and release.state == Release.State.WITHDRAWN else None


def read_statement(key: str) -> StatementRecord | None:
    """A fixed number of queries."""
    statement = find_statement(key)
    if statement is None:
        return None
    figures = statement.figures()
    beside = [other for other in _beside(statement) if other.key != key and not other.is_missing]
    return StatementRecord(
        statement=statement,
        figures=figures,
        answers=[_answer(figure, other) for figure in figures for other in beside if same_question(figure, other)],
        asides=_asides(figures, beside),
        claims=_claims(statement, figures),
        changes=_changes(statement),
        corrections=list(Correction.objects.of_statement(statement.key).newest_first()),
    )


def find_statement(key: str) -> Statement | None:
    found = (model.objects.with_words().filter(key=key).first() for model in statement_models())  # type: ignore[attr-defined]
    return next((statement for statement in found if statement and not _is_importing(statement)), None)


def _is_importing(statement: Statement) -> bool:
    release = getattr(statement, "release", None)
    return release is not None and release.state not in Release.KNOWN


def _beside(statement: Statement) -> list[Figure]:
    career, kind = getattr(statement, "career", None), kind_of(type(statement))
    rows = kind.for_career(career) if career else kind.record_of([statement.occupation_id])  # type: ignore[attr-defined]  # one of the record
    return every_figure(rows) + (_record(kind, career) if career else [])


def _record(kind: StatementKind, career: Career) -> list[Figure]:
    matches = OccupationMatch.objects.filter(career=career).exclude(match=OccupationMatch.Match.RELATED)
    if not kind.checked_by:
        return []
    official = kind_named(kind.checked_by)
    rows = official.record_of(list(matches.order_by("position", "pk").values_list("occupation", flat=True)))
    fields = official.beside_claims
    return [f for row in rows for f in (map(row.figure, fields) if fields else row.figures()) if f]


def _answer(figure: Figure, other: Figure) -> StatementAnswer:
    return StatementAnswer(figure, other, figure.agrees_with(other))


def _asides(figures: Sequence[Figure], beside: Sequence[Figure]) -> list[Aside]:
    mine = {question(figure) for figure in figures}
    found = [Aside(o, reasons(figures[0], o)) for o in beside if figures and question(o) not in mine]
    return sorted(found, key=lambda aside: len(aside.differs))[:MOST_ASIDES]


def _claims(statement: Statement, figures: Sequence[Figure]) -> list[Claim]:
    career = getattr(statement, "career", None)
    if career is None or not statement.attributed_to:
        return []
    matches = career.matches.select_related("career", "occupation").order_by("position", "pk")
    return figure_claims(figures, {career.slug: list(matches)})


def _changes(statement: Statement) -> list[Change]:
    rows = Change.objects.filter(model=statement._meta.label_lower, key=statement.key)
    return list(rows.select_related("edition").order_by("-edition__number"))
