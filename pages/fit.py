"""How the page of fitting careers is laid out: everything that any guide names, to be answered once."""

from dataclasses import dataclass

from explore.readiness import Answers
from explore.readiness.gathering import asked_by_guides
from explore.readiness.having import Having
from explore.readiness.terms import Award, Doing, Holding
from pages.readiness import Choice, Group, Row, choices_of_credentials, choices_of_education, known_credentials


@dataclass(frozen=True, slots=True)
class Page:
    """The form: skills and tools by title, credentials, schooling."""

    groups: list[Group]
    credentials: list[Choice]
    education: list[Choice]


def lay_out(answers: Answers) -> Page:
    """The form with these answers: five queries."""
    asked = asked_by_guides()
    terms = {term.key: term for each in asked.values() for term in each.terms}
    known = known_credentials()
    named = {award for term in terms.values() if isinstance(term, Holding) for award in term.awards}
    return Page(
        groups=_groups(terms, answers.having),
        credentials=choices_of_credentials(_slugs(named), known, answers.having),
        education=choices_of_education(known, answers.having),
    )


def _groups(terms, having: Having) -> list[Group]:
    rated = sorted((term for term in terms.values() if isinstance(term, Doing)), key=lambda term: term.label)
    groups = []
    for title, is_tool in (("Skills, and how well", False), ("Tools, and how well", True)):
        rows = [Row(term, having.abilities.get(term.key)) for term in rated if term.is_tool is is_tool]
        groups += [Group(title, rows)] if rows else []
    return groups


def _slugs(awards: set[Award]) -> set[str]:
    return {award.slug for award in awards if not award.rank}
