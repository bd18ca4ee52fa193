"""The page of a comparison."""

import csv
import re
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages.comparison_csv import harmless
from tests import factories as make
from tests.pages.stage import tell_everything

pytestmark = pytest.mark.django_db


def page_of(client, *items, **more) -> str:
    response = client.get("/compare/", {"item": items, **more})
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def pair():
    """A technician and a manager whose means for one month one guide gives."""
    guide = make.SourceFactory(slug="study", publisher="Study.com", title="Salary and career facts")
    careers = [make.CareerFactory(slug=name, title=name.capitalize()) for name in ("technician", "manager")]
    for career, mean in zip(careers, (40_430, 106_070), strict=True):
        make.SalaryFactory(career=career, source=guide, median=None, mean=mean, in_may_2023=True)
    make.SalaryFactory(career=careers[1], source=guide, range=True)
    return careers


def test_nothing_asked_for_asks_for_two_and_offers_pairs(client, pair):
    make.RelatedCareerFactory(career=pair[0], related=pair[1])
    page = page_of(client)
    assert "Type two to four jobs, by any name." in page
    assert page.count('name="item"') == 2
    assert '<a href="?item=technician&amp;item=manager">Technician and Manager</a>' in page


def test_one_alone_is_said_to_be_alone_with_a_way_on(client, pair):
    make.RelatedCareerFactory(career=pair[0], related=pair[1], source__publisher="Himalayas")
    page = page_of(client, "technician")
    assert "<b>Technician</b> is the only job so far." in page
    assert '<input type="hidden" name="item" value="technician">' in page
    assert '<a href="?item=technician&amp;item=manager">Manager</a> <small>named by Himalayas beside' in page
    assert '<a href="/careers/technician/">To the page of Technician</a>' in page
    assert "<table" not in page


def test_two_stand_side_by_side_with_verdicts_reasons_and_numbered_sources(client, pair):
    page = page_of(client, "technician", "manager")
    assert '<small class="mark" data-mark="differ">Differs</small>' in page
    assert "B is $65,640 higher than A." in page
    assert '<small class="mark" data-mark="none">Only one says</small>' in page
    assert '<span class="tag">not stated</span>' in page
    assert '<li id="n1"><a href="/sources/study/">Study.com: Salary and career facts</a></li>' in page
    assert '<a href="#n1" aria-label="Source 1">1</a>' in page


def test_every_figure_has_its_words(client, pair):
    page = page_of(client, "technician", "manager")
    assert re.search(r"\$40,430</a></b> <small>Mean pay, a year, United States, May 2023<sup>", page)


def test_what_stands_apart_is_walled_off(client, pair):
    other = make.CareerFactory(slug="administrator")
    make.SalaryFactory(career=other, median=47_190, in_may_2023=True)
    page = page_of(client, "technician", "manager", "administrator")
    assert 'data-mark="apart">Not compared' in page
    assert 'data-l="C" class="apart' in page
    assert "C stands apart, so no gap is given." in page


def test_one_can_be_removed_and_another_added_without_losing_the_rest(client, pair):
    page = page_of(client, "technician", "manager")
    assert '<a href="?item=manager" aria-label="Remove Technician">Remove</a>' in page
    assert page.count('<input type="hidden" name="item"') == 2


def test_four_leave_no_room_for_more(client, pair):
    slugs = [career.slug for career in make.CareerFactory.create_batch(2)]
    page = page_of(client, "technician", "manager", *slugs)
    assert "Four stand here: take one away to add another." in page
    assert 'id="add"' not in page


def test_a_fifth_an_unknown_and_a_repeated_one_are_answered_in_words(client, pair):
    slugs = [career.slug for career in make.CareerFactory.create_batch(3)]
    page = page_of(client, "technician", "manager", "Technician", "zeppelin", *slugs)
    assert "“Technician” was given twice and is shown once." in page
    assert "There is no career and no occupation called “zeppelin” here." in page
    assert "is left out: four at most stand side by side." in page
    assert page.count('scope="col"><span class="letter"') in (4, 8)


def test_the_rows_can_be_narrowed_to_a_verdict(client, pair):
    page = page_of(client, "technician", "manager", rows="one")
    assert "Pay range, a year" in page
    assert "Pay, median or mean" not in page
    assert '<a href="?item=technician&amp;item=manager#table">All 2 rows</a>' in page
    assert '<input type="hidden" name="rows" value="one">' in page


def test_a_verdict_that_no_row_has_says_so(client, pair):
    assert "Show all rows" in page_of(client, "technician", "manager", rows="same")


def test_a_verdict_that_is_none_is_named_and_all_rows_stand(client, pair):
    page = page_of(client, "technician", "manager", rows="bogus")
    assert "Rows: “bogus”" in page
    assert "Pay, median or mean" in page


def test_two_of_which_nothing_is_known_say_so(client):
    slugs = [career.slug for career in make.CareerFactory.create_batch(2)]
    assert "Nothing that is loaded on this site says anything of these yet." in page_of(client, *slugs)


def test_counted_groups_share_an_axis(client):
    first, second = make.OccupationFactory(), make.OccupationFactory()
    for occupation, median in ((first, 40_000), (second, 60_000)):
        make.WageFactory(occupation=occupation, annual_median=median)
    page = page_of(client, first.code, second.code)
    assert "Pay on one scale" in page
    assert "United States, All industries; US Bureau of Labor Statistics" in page
    assert f"<small>A: {first.code}</small>" in page


def test_one_group_alone_has_no_axis(client, pair):
    assert "Pay on one scale" not in page_of(client, "technician", "manager")


def test_the_number_of_queries_does_not_depend_on_how_much_is_said(client):
    """Once the documents of the jobs are kept."""
    counts = []
    for times in (1, 3):
        slugs = [tell_everything(times).slug for _ in range(2)]
        make.EditionFactory()
        page_of(client, *slugs)
        with CaptureQueriesContext(connection) as queries:
            page_of(client, *slugs)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 32


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=st.lists(st.text(max_size=300), max_size=6), rows=st.text(max_size=20))
def test_whatever_is_asked_is_answered(client, items, rows):
    assert client.get("/compare/", {"item": items, "rows": rows}).status_code == 200


# The comparison as a file


def table_of(client, *items) -> list[dict[str, str]]:
    response = client.get("/compare.csv", {"item": items})
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(StringIO(response.text)))


def test_every_answer_is_a_line_with_its_words_and_source(client, pair):
    lines = table_of(client, "technician", "manager")
    mean = next(line for line in lines if line["answer"] == "$40,430")
    assert (mean["letter"], mean["item"], mean["verdict"], mean["value"]) == ("A", "Technician", "Differs", "40430")
    assert (mean["publisher"], mean["source"]) == ("Study.com", "Salary and career facts")
    assert "May 2023" in mean["words"]
    silent = next(line for line in lines if line["row"] == "Pay range, a year" and line["letter"] == "A")
    assert (silent["answer"], silent["publisher"]) == ("not stated", "")


def test_the_page_leads_to_the_same_comparison_as_csv_and_json(client, pair):
    page = page_of(client, "technician", "manager")
    for path in ("/compare.csv", "/api/v1/compare/"):
        assert f'href="{path}?item=technician&amp;item=manager"' in page
        assert client.get(path, {"item": ["technician", "manager"]}).status_code == 200


def test_a_file_is_named_for_what_it_compares(client, pair):
    response = client.get("/compare.csv", {"item": ["technician", "manager"]})
    assert response["Content-Disposition"] == 'attachment; filename="rungs-technician-manager.csv"'


def test_a_title_that_a_spreadsheet_would_run_is_made_harmless(client, pair):
    pair[0].title = '=HYPERLINK("http://evil.example")'
    pair[0].save()
    assert {line["item"] for line in table_of(client, "technician", "manager")} == {
        '\'=HYPERLINK("http://evil.example")',
        "Manager",
    }


@given(st.text())
def test_no_cell_begins_as_a_formula_does(text):
    assert not harmless(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("items", [[], ["technician"], ["technician", "zeppelin"], ["technician", "\x00"], ["x"] * 9])
def test_what_cannot_be_compared_is_told_on_its_page(client, pair, items):
    response = client.get("/compare.csv", {"item": items})
    assert response.status_code == 302
    assert response["Location"].startswith("/compare/?")
    assert client.get(response["Location"]).status_code == 200
