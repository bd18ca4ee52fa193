"""Browsing careers and occupations."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories as make

pytestmark = pytest.mark.django_db


def page_of(client, address: str) -> str:
    """The page's HTML, its whitespace run together."""
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def titles(page: str) -> list[str]:
    """The rows of a list of careers, in order."""
    return re.findall(r'<li class="result [^"]*"> <h3><a href="[^"]*">([^<]*)</a>', page)


def codes(page: str) -> list[str]:
    """The rows of a list of occupations, in order."""
    return re.findall(r'<th scope="row"><a href="[^"]*">[^<]*</a><small>([^<]*)</small>', page)


@pytest.fixture
def careers():
    """Three careers: one well paid and shrinking, one in the middle and growing, one tied to nothing."""
    databases = make.FieldFactory(slug="databases", name="Databases")
    for title, median, growth, field in (
        ("Database Administrator", 104_620, "-0.7", databases),
        ("Medical Records Clerk", 51_140, "7.1", make.FieldFactory()),
    ):
        occupation = make.OccupationMatchFactory(career=make.CareerFactory(title=title, field=field)).occupation
        make.WageFactory(occupation=occupation, annual_median=median, annual_p75=110_000, annual_p90=120_000)
        make.OutlookFactory(of_occupation=True, occupation=occupation, growth_percent=growth)
    make.CareerFactory(title="Keeper of Scrolls")


# Careers


def test_all_careers_stand_in_the_order_of_their_titles(client, careers):
    page = page_of(client, "/careers/")
    assert titles(page) == ["Database Administrator", "Keeper of Scrolls", "Medical Records Clerk"]
    assert "All 3 careers" in page


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("q=records", ["Medical Records Clerk"]),
        ("field=databases", ["Database Administrator"]),
        ("median_min=100000", ["Database Administrator"]),
        ("median_max=99999", ["Medical Records Clerk"]),
        ("growth_min=5", ["Medical Records Clerk"]),
        ("growth_max=0", ["Database Administrator"]),
        ("field=databases&q=clerk", []),
    ],
)
def test_careers_are_narrowed(client, careers, asked, left):
    assert titles(page_of(client, f"/careers/?{asked}")) == left


def test_careers_are_narrowed_by_schooling(client, careers):
    make.RequirementFactory(career__title="Archivist", credentials=[make.CredentialFactory(associate=True)])
    assert titles(page_of(client, "/careers/?education=associates-degree")) == ["Archivist"]


def test_another_name_is_found_too(client, careers):
    make.AlternateTitleFactory(career__title="Archivist", title="Keeper of the rolls")
    assert titles(page_of(client, "/careers/?q=the+rolls")) == ["Archivist"]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("title", "Database Administrator", "Medical Records Clerk"),
        ("-median", "Database Administrator", "Keeper of Scrolls"),
        ("median", "Medical Records Clerk", "Keeper of Scrolls"),
        ("-growth", "Medical Records Clerk", "Keeper of Scrolls"),
    ],
)
def test_careers_are_sorted_and_what_has_no_figure_comes_last(client, careers, order, first, last):
    found = titles(page_of(client, f"/careers/?ordering={order}"))
    assert (found[0], found[-1]) == (first, last)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("field=nope", "Field of work: “nope”"),
        ("median_min=abc", "Median pay from: “abc”"),
        ("median_min=-5", "Median pay from: “-5”"),
        ("median_max=1e999", "to: “1e999”"),
        ("growth_min=NaN", "Growth from: “NaN”"),
        ("ordering=bogus", "Sorted by: “bogus”"),
        ("q=%00", "Words in a title: “�”"),
        (f"q={'x' * 300}", "Words in a title: “xxx"),
        ("page=99", "Page: “99”"),
        ("page=99999999999999999999999999", "Page: “99999999999999999999999999”"),
        ("page=two", "Page: “two”"),
        ("education=phd&q=clerk", "Schooling that a guide names: “phd”"),
    ],
)
def test_what_makes_no_sense_is_named_and_the_rest_still_works(client, careers, asked, named):
    page = page_of(client, f"/careers/?{asked}")
    assert named in page
    assert titles(page)


def test_a_range_whose_ends_have_changed_places_is_named(client, careers):
    page = page_of(client, "/careers/?median_min=90000&median_max=50000")
    assert "nothing can match" in page
    assert "No career here is all of that" in page


def test_nothing_found_gives_a_way_on(client, careers):
    page = page_of(client, "/careers/?q=zeppelin")
    assert "No career here is all of that" in page
    assert '<a href="/careers/">Show all careers</a>' in page


def test_every_figure_in_the_list_has_its_place_its_month_and_its_group(client, careers):
    page = page_of(client, "/careers/?q=clerk")
    assert re.search(r"\$51,140</data></a></span> <small>\(a year, United States, May 2024\)", page)
    assert re.search(r"Counted with <a href=\"/occupations/[^\"]*\">29-\d{4} Occupation", page)


def test_a_career_without_group_or_guide_says_so(client, careers):
    page = page_of(client, "/careers/?q=scrolls")
    assert "Not tied to a counted group." in page
    assert "No guide tells of it yet." in page


def test_a_choice_keeps_the_others_and_a_chosen_one_can_be_undone(client, careers):
    page = page_of(client, "/careers/?field=databases&ordering=-median&page=1")
    assert 'href="?field=databases&amp;ordering=-median&amp;median_min=100000"' in page
    assert '<a href="?ordering=-median" rel="nofollow" aria-current="true">Databases' in page


def test_the_form_keeps_what_was_chosen_beside_it(client, careers):
    page = page_of(client, "/careers/?field=databases&q=data")
    assert '<input type="hidden" name="field" value="databases">' in page
    assert re.search(r'name="q"[^>]*value="data"', page)


def test_long_lists_come_in_pages_that_keep_what_was_asked(client):
    make.CareerFactory.create_batch(25)
    page = page_of(client, "/careers/?q=career&page=2")
    assert len(titles(page)) == 5
    assert '<a href="?q=career&amp;page=1" rel="prev">Previous</a>' in page
    assert "21 to 25 of 25 careers" in page


def test_a_very_long_value_does_not_stand_in_every_link(client, careers):
    assert page_of(client, f"/careers/?q={'y' * 10_000}").count("y" * 100) == 0


# Occupations


@pytest.fixture
def occupations():
    for code, title, median in (
        ("29-2072", "Medical Records Specialists", 50_250),
        ("15-1242", "Database Administrators", 60_000),
    ):
        make.WageFactory(occupation=make.OccupationFactory(code=code, title=title), annual_median=median)
    old = make.OccupationFactory(code="29-2071", title="Technicians", soc_2010=True)
    make.WageFactory(occupation=old, release=make.ReleaseFactory(year=2015), annual_median=40_000)


def test_occupations_of_todays_classification_stand_in_the_order_of_their_codes(client, occupations):
    page = page_of(client, "/occupations/")
    assert codes(page) == ["15-1242", "29-2072"]
    assert "2 occupations of SOC 2018" in page


def test_an_older_classification_is_a_choice_with_its_own_release(client, occupations):
    page = page_of(client, "/occupations/?scheme=soc-2010")
    assert codes(page) == ["29-2071"]
    assert "May 2015" in page


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("q=29-20", ["29-2072"]),
        ("q=database", ["15-1242"]),
        ("median_min=55000", ["15-1242"]),
        ("ordering=median", ["29-2072", "15-1242"]),
        ("ordering=-employment,title", ["15-1242", "29-2072"]),
        ("scheme=nope", ["15-1242", "29-2072"]),
    ],
)
def test_occupations_are_narrowed_and_sorted(client, occupations, asked, left):
    assert codes(page_of(client, f"/occupations/?{asked}")) == left


def test_a_classification_that_is_not_known_is_named(client, occupations):
    assert "“nope”" in page_of(client, "/occupations/?scheme=nope")


def test_what_the_record_lacks_is_said(client):
    make.OccupationFactory()
    assert page_of(client, "/occupations/").count("not available") == 3


# Both


@pytest.mark.parametrize("address", ["/careers/", "/occupations/"])
def test_the_number_of_queries_does_not_depend_on_how_long_the_list_is(client, address):
    counts = []
    for _ in range(2):
        for _ in range(3):
            match = make.OccupationMatchFactory()
            make.WageFactory(occupation=match.occupation)
            make.SectionFactory(career=match.career)
        with CaptureQueriesContext(connection) as queries:
            page_of(client, address)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 18


PARAMETERS = (
    "q",
    "field",
    "education",
    "median_min",
    "median_max",
    "growth_min",
    "scheme",
    "ordering",
    "page",
    "skill",
)


@pytest.mark.parametrize("address", ["/careers/", "/occupations/"])
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.dictionaries(st.sampled_from(PARAMETERS), st.text(max_size=30), max_size=4))
def test_whatever_is_asked_is_answered(client, address, asked):
    assert client.get(address, asked).status_code == 200
