from collections.abc import Sequence
from dataclasses import dataclass

from careers.models import Career, Occupation
from explore.disagreements import Disagreement, find_disagreements
from explore.statement import StatementRecord
from facts.figure import Figure
from facts.kinds import kind_of
from facts.measures import Measure
from facts.models import Statement
from pages.annotations import Sign, disputes_by_address
from pages.verdicts import verdict_signs

MEANINGS = {
    Measure.MEDIAN: "The median: half of them are paid more, half less.",
    Measure.MEAN: "The mean: all pay added up and shared out evenly. A few very high salaries pull it up.",
    Measure.P10: "The 10th percentile: one in ten is paid less.",
    Measure.P25: "The 25th percentile: one in four is paid less.",
    Measure.P75: "The 75th percentile: one in four is paid more.",
    Measure.P90: "The 90th percentile: one in ten is paid more.",
    Measure.RANGE: "A range: the source gives two ends and does not say how many lie between them.",
    Measure.NOT_STATED: "The source does not say what it measures: it may be a mean, a median or an end of a range.",
    Measure.CHANGE: "The change in the number of jobs over the whole window.",
    Measure.COUNT: "A count.",
    Measure.SHARE: "A share of a hundred.",
    Measure.SCORE: "A score, on a scale of the source’s own.",
}


@dataclass(frozen=True, slots=True)
class Apart:
    """A figure that answers another question, and why it is not compared."""

    figure: Figure
    why: str


@dataclass(frozen=True, slots=True)
class StatementPage:
    record: StatementRecord
    title: str
    meanings: list[str]
    disagreements: list[Disagreement]
    disputes: dict[str, Disagreement]
    verdicts: dict[str, Sign]
    agreeing: list[Figure]
    apart: list[Apart]
    chapter_url: str

    @property
    def statement(self) -> Statement:
        return self.record.statement

    @property
    def lead(self) -> Figure | None:
        """None without a number."""
        return next(iter(self.record.figures), None)

    @property
    def subject(self) -> Career | Occupation:
        return getattr(self.statement, "career", None) or self.statement.occupation  # type: ignore[attr-defined]

    @property
    def api_name(self) -> str:
        return f"api:{kind_of(type(self.statement)).one}"

    @property
    def rank(self) -> Sign | None:
        if self.statement.rank == Statement.Rank.NORMAL:
            return None
        kind = "agrees" if self.statement.rank == Statement.Rank.PREFERRED else "against"
        return Sign(kind, f"{self.statement.get_rank_display().capitalize()}.", self.statement.rank_reason)


def lay_out(record: StatementRecord) -> StatementPage:
    answers = [answer.other for answer in record.answers]
    disagreements = find_disagreements([*record.figures, *answers])
    return StatementPage(
        record=record,
        title=_title(record),
        meanings=list(dict.fromkeys(MEANINGS[figure.measure] for figure in record.figures)),
        disagreements=disagreements,
        disputes=disputes_by_address(disagreements),
        verdicts=verdict_signs(record.claims),
        agreeing=[answer.other for answer in record.answers if answer.agrees],
        apart=[Apart(aside.figure, _why(aside.differs)) for aside in record.asides],
        chapter_url=_chapter_url(record),
    )


def _title(record: StatementRecord) -> str:
    if not record.figures:
        return str(record.statement)
    lead = record.figures[0]
    who = lead.level or lead.subject
    measures = {figure.measure_text for figure in record.figures}
    return f"{lead.measure_text if len(measures) == 1 else lead.quantity.label.capitalize()}: {who}"


def _why(differs: Sequence[str]) -> str:
    said = "; ".join(differs)
    return f"{said[:1].upper()}{said[1:]}."


def _chapter_url(record: StatementRecord) -> str:
    career = getattr(record.statement, "career", None)
    if career is None:
        return record.statement.occupation.get_absolute_url()  # type: ignore[attr-defined]  # one of the record
    return f"{career.get_absolute_url()}#{kind_of(type(record.statement)).chapter}"
