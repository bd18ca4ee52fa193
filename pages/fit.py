"""How the page of fitting careers is laid out: what the most guides name, to be answered once."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from explore.fit import Fit
from explore.readiness import Answers
from explore.readiness.having import Having
from explore.readiness.reading import NAMED
from explore.readiness.terms import Doing, Term
from pages.readiness import (
    Choice,
    Group,
    RatedRow,
    choices_of_credentials,
    choices_of_education,
    known_credentials,
    without_blanks,
)


@dataclass(frozen=True, slots=True)
class FitPage:
    groups: list[Group]
    credentials: list[Choice]
    education: list[Choice]


def lay_out(terms: Iterable[Term], credentials: set[str], answers: Answers) -> FitPage:
    """The form with these answers to `terms` and `credentials` (slugs): one query."""
    known = known_credentials()
    return FitPage(
        groups=_groups(terms, answers.having),
        credentials=choices_of_credentials(credentials, known, answers.having),
        education=choices_of_education(known, answers.having),
    )


def address_of(fit: Fit, given: QueryDict) -> str:
    """Of the ratings, only what this career asks for."""
    told = given.copy()
    for name in filter(NAMED.fullmatch, given):
        del told[name]
    told.update({f"has[{key}]": f"{int(said)}" for key, said in fit.abilities.items()})
    return without_blanks(told)


def _groups(terms: Iterable[Term], having: Having) -> list[Group]:
    rated = sorted(_once_a_label(terms, having), key=lambda term: term.label)
    groups = []
    for title, is_tool in (("Skills, and how well", False), ("Tools, and how well", True)):
        rows = [RatedRow(term, having.abilities.get(term.key)) for term in rated if term.is_tool is is_tool]
        groups += [Group(title, rows)] if rows else []
    return groups


def _once_a_label(terms: Iterable[Term], having: Having) -> Iterable[Doing]:
    """Of several in the same words, the one that is answered."""
    chosen: dict[str, Doing] = {}
    for term in terms:
        if isinstance(term, Doing) and (term.label not in chosen or term.key in having.abilities):
            chosen[term.label] = term
    return chosen.values()
