from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.http import QueryDict

from careers.models import Career
from education.models import Credential
from explore.readiness import Answers, Having, judge
from explore.readiness.economics import Prospect, of_answers
from explore.readiness.having import NONE, Ability
from explore.readiness.inputs import DOLLARS
from explore.readiness.judging import Asked, Judged, ReadinessResult
from explore.readiness.ladder import ReadinessRung
from explore.readiness.reading import OVER, names_of, strangers
from explore.readiness.terms import Doing, Holding
from explore.readiness.ways import ReadinessWay, closes
from pages.charts.score_steps import Climb, draw_climb
from pages.lists import Misread

ANSWERS = ((Ability.NOT_YET, "Not yet"), (Ability.WITH_HELP, "With help"), (Ability.ALONE, "Alone"))


@dataclass(frozen=True, slots=True)
class RatedRow:
    term: Doing
    answer: Ability | None

    @property
    def name(self) -> str:
        return f"has[{self.term.key}]"


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    rows: list[RatedRow]


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RungInput:
    """`pay` is the reader's own."""

    said: ReadinessRung
    pay: Decimal | None


@dataclass(frozen=True, slots=True)
class WayInput:
    """`cost` and `months` are the reader's own."""

    said: ReadinessWay
    cost: Decimal | None
    months: int | None


@dataclass(frozen=True, slots=True)
class ReadinessPage:
    """`result` is None until something is answered; `asked` has the reader's own figures in it."""

    career: Career
    asked: Asked
    groups: list[Group]
    credentials: list[Choice]
    education: list[Choice]
    rungs: list[Choice]
    result: ReadinessResult | None
    chart: Climb | None
    prospects: list[Prospect]
    rung_inputs: list[RungInput]
    way_inputs: list[WayInput]
    has_inputs: bool
    not_asked: list[str]

    @property
    def missing(self) -> list[tuple[Judged, list[ReadinessWay]]]:
        """The most points first."""
        short = self.result.missing if self.result else []
        return [(each, [way for way in self.asked.ways if closes(way, each.term)]) for each in short]

    @property
    def open(self) -> Decimal:
        """Points that hang on what is not answered."""
        return self.result.high - self.result.low if self.result else Decimal(0)

    @property
    def with_sum(self) -> list[Prospect]:
        return [each for each in self.prospects if each.best]

    @property
    def without_sum(self) -> list[ReadinessWay]:
        return [each.way for each in self.prospects if each.best is None]

    @property
    def measures(self) -> str:
        return " or ".join(sorted({rung.measure for rung in self.asked.rungs if rung.measure and not rung.is_own}))


def lay_out(career: Career, said: Asked, answers: Answers) -> ReadinessPage:
    """Four queries at most."""
    asked = answers.inputs.into(said)
    result = None if answers.is_empty else judge(asked, answers.having)
    known = known_credentials()
    having = answers.having
    return ReadinessPage(
        career=career,
        asked=asked,
        groups=list(_groups(asked, having)),
        credentials=choices_of_credentials(_named(asked), known, having),
        education=choices_of_education(known, having),
        rungs=[Choice(str(rung.position), rung.title, rung == asked.target) for rung in asked.rungs],
        result=result,
        chart=draw_climb(result) if result else None,
        prospects=of_answers(asked, answers),
        rung_inputs=[RungInput(rung, answers.inputs.earns.get(rung.position)) for rung in said.rungs],
        way_inputs=[_way_input(way, answers) for way in said.ways if way.currency in ("", DOLLARS)],
        has_inputs=_has_inputs(answers),
        not_asked=names_of(answers.not_asked(asked)),
    )


def _has_inputs(answers: Answers) -> bool:
    has_own_pay = answers.having.pay_now is not None
    return bool(answers.inputs) or has_own_pay or answers.studies_full_time or answers.over != OVER


def _way_input(way: ReadinessWay, answers: Answers) -> WayInput:
    return WayInput(way, answers.inputs.costs.get(way.key), answers.inputs.months.get(way.key))


def _groups(asked: Asked, having: Having) -> Iterable[Group]:
    rated = [term for term in asked.terms if isinstance(term, Doing)]
    for title, is_tool in (("Skills, and how well", False), ("Tools, and how well", True)):
        rows = [RatedRow(term, having.abilities.get(term.key)) for term in rated if term.is_tool is is_tool]
        if rows:
            yield Group(title, rows)


def _named(asked: Asked) -> set[str]:
    named = {award.slug for term in asked.terms if isinstance(term, Holding) for award in term.awards}
    return named | {award.slug for way in asked.ways for award in way.awards}


def misread(answers: Answers, given: QueryDict) -> list[Misread]:
    off = [Misread.of(each.parameter, given.get(each.parameter, ""), each.message) for each in answers.problems]
    unknown = ", ".join(strangers(given))
    return [*off, Misread.of("Not asked here", unknown, "No question is called so.")] if unknown else off


def has_blanks(given: QueryDict) -> bool:
    return not all(value.strip() for _, values in given.lists() for value in values)


def without_blanks(given: QueryDict) -> str:
    """ "?has%5Bepic%5D=2", or ""."""
    told = QueryDict(mutable=True)
    for name, values in given.lists():
        told.setlist(name, [value for value in values if value.strip()])
    query = told.urlencode()
    return f"?{query}" if query else ""


def known_credentials() -> list[Credential]:
    """Awards by rank, then the rest by name: one query."""
    return list(Credential.objects.order_by("rank", "name"))


def choices_of_credentials(named: set[str], known: list[Credential], having: Having) -> list[Choice]:
    """Without awards of a rank."""
    held = having.credentials or frozenset()
    rows = [row for row in known if row.slug in held or (row.slug in named and not row.rank)]
    choices = [Choice(row.slug, row.short_name, row.slug in held) for row in rows]
    return [*choices, Choice(NONE, "None of these", having.credentials == frozenset())] if choices else []


def choices_of_education(known: list[Credential], having: Having) -> list[Choice]:
    """One for each rank, naming its awards."""
    none = Choice(NONE, "Less than a high school diploma", having.education == 0)
    ranked = groupby((row for row in known if row.rank), key=lambda row: row.rank)
    return [none, *(_choice_of_rank(rank, list(rows), having) for rank, rows in ranked)]


def _choice_of_rank(rank: int, awards: list[Credential], having: Having) -> Choice:
    return Choice(awards[0].slug, " or ".join(row.name for row in awards), having.education == rank)
