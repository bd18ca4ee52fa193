from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from explore.fit import Fit
from explore.readiness import Answers
from explore.readiness.having import Having
from explore.readiness.judging import Asked
from explore.readiness.reading import NAMED
from explore.readiness.terms import Award, Doing, Holding, Term
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


def lay_out(asked: Iterable[Asked], answers: Answers) -> FitPage:
    """One query."""
    terms = {term.key: term for each in asked for term in each.terms}
    known = known_credentials()
    named = {award for term in terms.values() if isinstance(term, Holding) for award in term.awards}
    return FitPage(
        groups=_groups(terms, answers.having),
        credentials=choices_of_credentials(_slugs(named), known, answers.having),
        education=choices_of_education(known, answers.having),
    )


def address_of(fit: Fit, given: QueryDict) -> str:
    """Of the ratings, only what this career asks for."""
    told = given.copy()
    for name in filter(NAMED.fullmatch, given):
        del told[name]
    told.update({f"has[{key}]": f"{int(said)}" for key, said in fit.abilities.items()})
    return without_blanks(told)


def _groups(terms: Mapping[str, Term], having: Having) -> list[Group]:
    rated = sorted(_once_a_label(terms.values(), having), key=lambda term: term.label)
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


def _slugs(awards: set[Award]) -> set[str]:
    return {award.slug for award in awards if not award.rank}
