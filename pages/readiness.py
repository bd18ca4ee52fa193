"""How the page of readiness is laid out: the form with what was answered, and the result."""

from collections.abc import Iterable
from dataclasses import dataclass

from careers.models import Career
from education.models import Credential
from explore.readiness import Answers, Having, judge
from explore.readiness.economics import Prospect, of_answers
from explore.readiness.having import NONE, Ability
from explore.readiness.judging import Asked, Readiness
from explore.readiness.terms import Doing, Holding
from pages.charts.climb_of_terms import Climb, draw_climb

ANSWERS = ((Ability.NOT_YET, "Not yet"), (Ability.WITH_HELP, "With help"), (Ability.ALONE, "Alone"))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the form: what is asked, and the answer given (None for none)."""

    term: Doing
    answer: Ability | None

    @property
    def name(self) -> str:
        """Its parameter."""
        return f"has[{self.term.key}]"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one kind under a title."""

    title: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its value, its name and whether it is chosen."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the page shows; `result` is None until something is answered."""

    career: Career
    asked: Asked
    groups: list[Group]
    credentials: list[Choice]
    education: list[Choice]
    rungs: list[Choice]
    result: Readiness | None
    chart: Climb | None
    prospects: list[Prospect]


def lay_out(career: Career, asked: Asked, answers: Answers) -> Page:
    """The page for these answers: one query, for the credentials there are."""
    result = None if answers.is_empty else judge(asked, answers.having)
    known = known_credentials()
    having = answers.having
    return Page(
        career=career,
        asked=asked,
        groups=list(_groups(asked, having)),
        credentials=choices_of_credentials(_named(asked), known, having),
        education=choices_of_education(known, having),
        rungs=[Choice(str(rung.position), rung.title, rung == asked.target) for rung in asked.rungs],
        result=result,
        chart=draw_climb(result) if result else None,
        prospects=of_answers(asked, answers) if result else [],
    )


def _groups(asked, having) -> Iterable[Group]:
    rated = [term for term in asked.terms if isinstance(term, Doing)]
    for title, is_tool in (("Skills, and how well", False), ("Tools, and how well", True)):
        rows = [Row(term, having.abilities.get(term.key)) for term in rated if term.is_tool is is_tool]
        if rows:
            yield Group(title, rows)


def _named(asked) -> set[str]:
    """The credentials that the career asks for or that a way in leads to."""
    named = {award.slug for term in asked.terms if isinstance(term, Holding) for award in term.awards}
    return named | {award.slug for way in asked.ways for award in way.awards}


def known_credentials() -> list[Credential]:
    """All there are: awards by rank, then the rest by name. One query."""
    return list(Credential.objects.order_by("rank", "name"))


def choices_of_credentials(named: set[str], known: list[Credential], having: Having) -> list[Choice]:
    """Those of the `named` that are no award of a rank, and what is answered; and none of them."""
    held = having.credentials or frozenset()
    rows = [row for row in known if row.slug in held or (row.slug in named and not row.rank)]
    choices = [Choice(row.slug, row.short_name, row.slug in held) for row in rows]
    return [*choices, Choice(NONE, "None of these", having.credentials == frozenset())] if choices else []


def choices_of_education(known: list[Credential], having: Having) -> list[Choice]:
    """One award of each rank, from none up."""
    none = Choice(NONE, "Less than a school diploma", having.education == 0)
    return [none, *(Choice(row.slug, row.name, having.education == row.rank) for row in _once_a_rank(known))]


def _once_a_rank(known):
    ranked: dict[int, Credential] = {}
    for row in known:
        if row.rank:
            ranked.setdefault(row.rank, row)
    return ranked.values()
