"""Every claim of thirty public career pages stands in the database as the page prints it."""

import os
from collections.abc import Iterator
from pathlib import Path as FilePath

import pytest

from careers.models import Employer, ExposureClaim, Ladder, Outlook, Section
from education.models import Path, Requirement
from facts.models import Source
from salaries.models import Salary
from tests.public_pages import PrintedClaim, claims_of, letters

pytestmark = [pytest.mark.django_db, pytest.mark.handbook, pytest.mark.usefixtures("all_guides")]

MODELS = {"pay": Salary, "outlook": Outlook, "time": Path, "AI exposure": ExposureClaim}
OPEN = {"high open-ended": "open_ended", "open-ended": "open_ended", "at least": "at_least"}


def table() -> FilePath:
    return FilePath(os.environ["RUNGS_GUIDES"], "claims.tsv")


def test_all_pages_are_sources_with_their_addresses():
    printed = {(claim.url, claim.title, claim.publisher) for claim in claims_of(table())}
    assert len(printed) == 30
    assert printed <= {*Source.objects.values_list("url", "title", "publisher")}


def test_every_claim_stands_as_printed():
    claims = list(claims_of(table()))
    assert len(claims) == 119
    assert [f"line {claim.line}: {problem}" for claim in claims for problem in _problems(claim)] == []


def _problems(claim: PrintedClaim) -> Iterator[str]:
    if claim.kind in MODELS:
        rows = _rows(MODELS[claim.kind], claim, as_printed=claim.as_printed)
        here = [row for row in rows if letters(row.locator) == claim.place_in_source]
        if not any(_numbers(row, claim) == claim.numbers for row in here):
            yield f"{claim.as_printed} is not at {claim.section}"
        for row in here:
            yield from _differences(row, claim)
    elif not _stands(claim):
        yield f"{claim.quantity} is not at {claim.section}"


def _rows(model, claim: PrintedClaim, **said):
    return list(model.objects.filter(source__url=claim.url, career__slug=claim.career, **said))


def _numbers(row, claim: PrintedClaim):
    return {name: getattr(row, name) for name in claim.numbers}


def _differences(row, claim: PrintedClaim) -> Iterator[str]:
    if row.attributed_to != claim.credited_to:
        yield f"credited to {row.attributed_to}, not {claim.credited_to}"
    if not _is_of_its_time(row, claim.period):
        yield f"for {row.period}, not {claim.period}"
    if not _is_of_its_place(row, claim.place):
        yield f"not for {claim.place}"
    if claim.group and claim.group.casefold() not in _groups(row):
        yield f"not of {claim.group}"
    if claim.words and row.growth_words not in claim.words:
        yield f"in the words {row.growth_words}"
    if claim.kind == "pay" and row.pay_period != ("hour" if claim.quantity == "pay, hour" else "year"):
        yield f"for the {row.pay_period}"
    marks = {mark for fields in row.marks.values() for mark in fields} - {"window_not_stated"}
    if marks != ({OPEN.get(claim.marks, claim.marks)} if claim.marks else set()):
        yield f"marked {marks}, not {claim.marks}"


def _is_of_its_time(row, period: str) -> bool:
    if period.startswith("the next"):
        return not row.period.is_stated and period in row.note
    if period.startswith("to "):
        return not row.period.is_stated and str(row.end_year) == period.removeprefix("to ")
    return (str(row.period) if row.period.is_stated else "") == period


def _is_of_its_place(row, place: str) -> bool:
    own = getattr(row, "place", None)
    return (own.name == place) if place != "US" else (own.code == "US" if own else row.source.country == "US")


def _groups(row) -> set[str]:
    """The names of the group that a row is about, in every form that a page may print."""
    level, industry = getattr(row, "level", None), getattr(row, "industry", None)
    quoted = row.note.partition("“")[2].partition("”")[0]
    names = (row.population, row.group, level and level.title, industry and industry.name, industry and quoted)
    return {name.replace("’", "'").casefold() for name in names if name}


def _stands(claim: PrintedClaim) -> bool:
    if claim.quantity == "employers":
        printed = [row.as_printed for row in _rows(Employer, claim) if letters(row.locator) == claim.place_in_source]
        empty = Section.objects.filter(source__url=claim.url, locator=claim.section, left_empty=True)
        return "; ".join(printed) == claim.as_printed if claim.as_printed else empty.exists()
    if claim.quantity == "ladder":
        (ladder,) = _rows(Ladder, claim)
        return "; ".join(f"{rung.title}: {rung.as_printed}" for rung in ladder.rungs.all()) == claim.as_printed
    rows = _rows(Requirement, claim, as_printed=claim.as_printed)
    return any(letters(row.locator) == claim.place_in_source for row in rows)
