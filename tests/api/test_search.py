"""Search, comparison and disagreements, as programs ask for them."""

from datetime import date

import pytest

from tests.checked import check_everything
from tests.factories import (
    CareerFactory,
    OccupationFactory,
    ReleaseFactory,
    SalaryFactory,
    SourceFactory,
    WageFactory,
)

pytestmark = pytest.mark.django_db

ALONE = dict.fromkeys(("annual_p10", "annual_p25", "annual_p75", "annual_p90"))
"""A median without percentiles."""


def test_a_search_says_what_was_found_and_how_it_was_read(ask):
    CareerFactory(slug="records-administrator", title="Records Administrator")
    found = ask("search/?q=recrods+admin")
    assert list(found) == ["read_as", "next", "previous", "results"]
    assert found["read_as"] == "record admin"
    assert found["results"][0]["code"] == "records-administrator"
    assert found["results"][0]["url"] == "http://testserver/api/v1/careers/records-administrator/"


def test_words_may_be_taken_as_they_are_typed(ask):
    CareerFactory(title="Records Administrator")
    assert ask("search/?q=recrods&correct=false")["results"] == []


def test_one_may_look_for_occupations_only(ask):
    CareerFactory(title="Records Clerk")
    occupation = OccupationFactory(title="Records Clerks")
    found = ask("search/?q=records+clerk&kind=occupation")["results"]
    assert [row["code"] for row in found] == [occupation.code]
    assert ask(found[0]["url"].partition("/api/v1/")[2])["title"] == "Records Clerks"


def test_many_hits_come_in_pages_by_cursor(ask):
    for number in range(7):
        OccupationFactory(title=f"Records Clerk {number}")
    codes, path = [], "search/?q=records+clerk&page_size=3"
    while path:
        page = ask(path)
        assert "count" not in page
        codes += [row["code"] for row in page["results"]]
        path = page["next"] and page["next"].partition("/api/v1/")[2]
    assert len(codes) == len(set(codes)) == 7


@pytest.mark.parametrize("asked", ["", "q=", "q=%20"])
def test_a_search_for_nothing_is_told_so(problems, asked):
    assert problems(f"search/?{asked}") == [("q", "required")]


def test_careers_are_compared_row_by_row(ask):
    may = {"reference_start": date(2023, 5, 1), "reference_end": date(2023, 5, 31)}
    for slug, median in (("one", 40_000), ("two", 50_000)):
        SalaryFactory(career=CareerFactory(slug=slug), median=median, **may)
    compared = ask("compare/?item=one&item=two")
    assert [item["name"] for item in compared["items"]] == ["one", "two"]
    row = next(row for group in compared["groups"] for row in group["rows"] if row["key"] == "pay")
    assert row["verdict"] == "differs"
    assert [cell[0]["figure"]["value"] for cell in row["cells"]] == [40000, 50000]


def test_the_rows_of_the_page_are_given_with_the_figures_of_each_sentence(ask):
    release = ReleaseFactory(year=2025)
    for code, median in (("29-1141", 96_000), ("29-2034", 78_000)):
        job = OccupationFactory(code=code, title=f"Jobs of {code}")
        WageFactory(occupation=job, release=release, annual_median=median, **ALONE)
    pay = next(row for row in ask("compare/?item=29-1141&item=29-2034")["rows"] if row["key"] == "pay")
    assert [cell["lines"][0]["figure"]["value"] for cell in pay["cells"]] == [96_000, 78_000]
    (sentence,) = pay["sentences"]
    assert "$18,000 more a year for Jobs of 29-1141" in sentence["text"]
    assert [figure["value"] for figure in sentence["figures"]] == [96_000, 78_000]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ("item", "too_few")),
        ("item=one", ("item", "too_few")),
        ("item=one&item=nobody", ("item", "unknown")),
        ("item=one&item=one", ("item", "repeated")),
        ("item=one&item=", ("item", "empty")),
        ("item=one&item=%00", ("item", "unreadable")),
        ("item=one&item=two&colour=red", ("colour", "unknown_parameter")),
        ("&".join(f"item={n}" for n in range(5)), ("item", "too_many")),
    ],
)
def test_a_comparison_that_cannot_be_made_is_told_so(problems, asked, found):
    CareerFactory(slug="one")
    CareerFactory(slug="two")
    assert found in problems(f"compare/?{asked}")


def test_disagreements_give_both_figures_and_the_gap(ask, problems):
    career = CareerFactory(slug="keeper")
    for median in (47_190, 48_780):
        SalaryFactory(career=career, median=median, source=SourceFactory(slug="one"))
    check_everything()
    (found,) = ask("disagreements/?career=keeper&quantity=pay&is_within_one_source=true")["results"]
    assert found["gap"] == 1590
    assert [figure["value"] for figure in found["figures"]] == [47190, 48780]
    assert ask("disagreements/?quantity=growth")["results"] == []
    assert problems("disagreements/?career=nobody&quantity=love") == [
        ("career", "unknown_value"),
        ("quantity", "unknown_value"),
    ]
