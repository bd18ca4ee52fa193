"""The permanent page of a statement."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from facts.comparison import reasons
from facts.measures import Measure
from pages.statement import MEANINGS
from tests import factories as make

pytestmark = pytest.mark.django_db


def page_of(client, statement) -> str:
    """The statement's HTML, its whitespace run together."""
    response = client.get(statement.get_absolute_url())
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def part_of(page, anchor) -> str:
    """One section of the page."""
    return page.partition(f'<section id="{anchor}">')[2].partition("</section>")[0]


@pytest.mark.parametrize(
    ("factory", "said", "fields"),
    [
        (make.SalaryFactory, {"mean": 50_000}, ["median", "mean"]),
        (make.SalaryFactory, {"abroad": True}, ["range", "converted"]),
        (make.OutlookFactory, {}, ["growth_percent"]),
        (make.OutlookFactory, {"of_occupation": True}, ["growth_percent"]),
        (make.PathFactory, {"with_cost": True}, ["months", "cost"]),
        (make.TimeToEntryFactory, {}, ["months"]),
    ],
)
def test_every_kind_of_statement_has_a_page_with_a_place_for_each_figure(client, factory, said, fields):
    statement = factory(**said)
    page = page_of(client, statement)
    assert [field for field in fields if f'id="{field}"' not in page] == []


def test_it_says_what_whom_where_when_who_and_as_printed(client):
    statement = make.SalaryFactory(
        in_may_2023=True, credited_to_bls=True, population="entry level", locator="Key facts, row 1", note="A *slip*."
    )
    says = part_of(page_of(client, statement), "says")
    for words in (
        "The median: half of them are paid more, half less.",
        "entry level",
        "United States",
        "May 2023",
        "US dollars a year",
        statement.source.title,
        "which credits BLS",
        "$47,190 USD",
        "Key facts, row 1",
        "A <em>slip</em>.",
    ):
        assert words in says


def test_what_is_not_stated_is_said_to_be_so(client):
    says = part_of(page_of(client, make.SalaryFactory(place=None)), "says")
    says = re.sub(r"\s+", " ", re.sub(r">\s+<", "><", says))
    assert "<dt>For whom</dt><dd>Not stated; shown for all together</dd>" in says
    assert "<dt>Where</dt><dd>Not stated</dd>" in says
    assert "<dt>When</dt><dd>Year not stated</dd>" in says
    assert "which credits nobody" in says


def test_another_answer_to_the_same_question_stands_beside_it(client):
    statement = make.SalaryFactory(range=True)
    make.SalaryFactory(career=statement.career, source=statement.source, open_ended=True)
    page = page_of(client, statement)
    assert part_of(page, "else").count('<div class="versus">') == 1
    assert ">Disagrees</a></b>" in page


def test_an_answer_that_says_the_same_is_said_to_agree(client):
    statement = make.SalaryFactory()
    make.SalaryFactory(career=statement.career, source=statement.source)
    beside = part_of(page_of(client, statement), "else")
    assert "These say the same:" in beside
    assert '<div class="versus">' not in beside


def test_another_question_is_listed_with_what_sets_it_apart_and_no_gap(client):
    statement = make.SalaryFactory(in_may_2023=True)
    make.SalaryFactory(
        career=statement.career,
        median=None,
        mean=40_430,
        reference_start=date(2015, 5, 1),
        reference_end=date(2015, 5, 31),
    )
    beside = part_of(page_of(client, statement), "else")
    assert "No other figure here answers the same question." in beside
    assert "A mean, not a median; for May 2015." in beside


def test_the_record_of_the_group_the_career_is_counted_in_stands_beside_a_claim(client):
    statement = make.SalaryFactory(in_may_2023=True)
    match = make.OccupationMatchFactory(career=statement.career, occupation__title="Medical Records Specialists")
    make.WageFactory(occupation=match.occupation, release=make.ReleaseFactory(year=2023), annual_median=48_780)
    beside = part_of(page_of(client, statement), "else")
    assert "$48,780" in beside
    assert "About Medical Records Specialists." in beside


def test_a_claim_is_held_against_the_record_of_every_group_and_says_what_comes_of_it(client):
    statement = make.SalaryFactory(in_may_2023=True, credited_to_bls=True)
    for code in ("29-2072", "29-9021"):
        match = make.OccupationMatchFactory(career=statement.career, occupation__code=code)
        make.WageFactory(occupation=match.occupation, release=make.ReleaseFactory(year=2023))
    page = page_of(client, statement)
    assert ">Contradicted.</a></b>" in page
    beside = part_of(page, "else")
    assert beside.count("Contradicted by the record:") == 2
    assert "29-2072" in beside
    assert "29-9021" in beside


def test_its_citation_names_figure_source_edition_and_address(client):
    make.EditionFactory(number=7)
    statement = make.SalaryFactory(in_may_2023=True)
    cite = part_of(page_of(client, statement), "cite")
    assert "$47,190; United States, May 2023." in cite
    assert "Edition 7," in cite
    assert f"{statement.get_absolute_url()}?edition=7#median" in cite


def test_its_history_lists_the_editions_that_touched_it(client):
    statement = make.SalaryFactory()
    first = make.ChangeFactory(model="salaries.salary", key=statement.key)
    make.ChangeFactory(model="salaries.salary", key="another-row")
    history = part_of(page_of(client, statement), "history")
    assert history.count("<li") == 1
    assert f"Edition {first.edition.number}" in history


def test_a_deprecated_statement_says_why(client):
    page = page_of(client, make.SalaryFactory(deprecated=True))
    assert "<b>Deprecated.</b> A later edition corrects it." in page


def test_a_way_in_without_any_number_still_has_its_page(client):
    path = make.PathFactory(months_min=None, months_max=None, name="Self-study")
    page = page_of(client, path)
    assert "The source names this and gives no number for it." in page
    assert "Self-study" in page


def test_a_statement_of_a_withdrawn_release_says_so_and_shows_no_figure(client):
    outlook = make.OutlookFactory(of_occupation=True)
    outlook.release.state, outlook.release.withdrawn_because = "withdrawn", "The file was damaged."
    outlook.release.save()
    response = client.get(outlook.get_absolute_url())
    assert response.status_code == 410
    page = response.content.decode()
    assert "The file was damaged." in page
    assert "7.1" not in page


def test_a_statement_of_a_release_that_is_not_out_yet_is_a_404(client):
    outlook = make.OutlookFactory(of_occupation=True)
    outlook.release.state = "importing"
    outlook.release.save()
    assert client.get(outlook.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("key", ["no-such-key", "x" * 400])
def test_an_unknown_key_is_a_404_in_words(client, key):
    response = client.get(reverse("statement", args=[key]))
    assert response.status_code == 404
    assert f"There is no figure “{key}” here." in response.content.decode()


def test_the_number_of_queries_does_not_depend_on_how_much_is_said(client):
    counts = []
    for others in (1, 6):
        statement = make.SalaryFactory()
        make.SalaryFactory.create_batch(others, career=statement.career)
        match = make.OccupationMatchFactory(career=statement.career)
        for year in range(2024 - others, 2024):
            make.WageFactory(occupation=match.occupation, release=make.ReleaseFactory(year=year))
        with CaptureQueriesContext(connection) as queries:
            page_of(client, statement)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 15


def test_figures_of_one_question_differ_in_nothing():
    salary = make.SalaryFactory()
    (figure,) = salary.figures()
    assert reasons(figure, figure) == []


def test_what_sets_figures_apart_is_said_part_by_part():
    salary = make.SalaryFactory()
    abroad = make.SalaryFactory(career=salary.career, source=salary.source, abroad=True, population="entry level")
    (mine,), (its, _) = salary.figures(), abroad.figures()
    assert reasons(mine, its) == ["a range, not a median", "in GBP", "for entry level", "in United Kingdom"]


def test_every_measure_has_a_meaning():
    assert set(MEANINGS) == set(Measure)
