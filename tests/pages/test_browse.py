"""Browsing careers and occupations."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.models import Career, Occupation
from explore.browse import table
from explore.browse.rows import in_one_list, jobs_of
from explore.reference_releases import COUNTRY
from tests import factories as make
from tests.published import publish

pytestmark = pytest.mark.django_db


def page_of(client, address: str) -> str:
    """The page's HTML, its whitespace run together."""
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def titles(page: str) -> list[str]:
    """The rows of a list of jobs, in order."""
    return re.findall(r'<li class="result"> <h3><a href="[^"]*">([^<]*)</a>', page)


def codes(page: str) -> list[str]:
    """The rows of a list of occupations, in order."""
    return re.findall(r'<th scope="row"><a href="[^"]*">[^<]*</a><small>([^<]*)</small>', page)


@pytest.fixture
def jobs():
    """A career well paid and shrinking, an occupation in the middle and growing, a career tied to nothing."""
    databases = make.FieldFactory(slug="databases", name="Databases")
    career = make.CareerFactory(title="Database Administrator", field=databases)
    match = make.OccupationMatchFactory(career=career, match="exact", occupation__code="15-1242")
    clerks = make.OccupationFactory(code="29-2072", title="Medical Records Clerks")
    for occupation, median, growth, education in (
        (match.occupation, 104_620, "-0.7", "Bachelor's degree"),
        (clerks, 51_140, "7.1", "Postsecondary nondegree award"),
    ):
        make.WageFactory(occupation=occupation, annual_median=median, annual_p75=110_000, annual_p90=120_000)
        make.OutlookFactory(of_occupation=True, occupation=occupation, growth_percent=growth)
        make.TypicalEntryFactory(occupation=occupation, education=education)
    make.CareerFactory(title="Keeper of Scrolls")


ALL = ["Database Administrator", "Keeper of Scrolls", "Medical Records Clerks"]


# Jobs


def test_all_jobs_stand_once_in_the_order_of_their_titles(client, jobs):
    page = page_of(client, "/careers/")
    assert titles(page) == ALL
    assert "3 jobs" in page


def test_a_career_that_gathers_several_jobs_is_no_job_beside_them(client, jobs):
    make.OccupationMatchFactory(career__title="Clerk or Keeper", match="broader", occupation__code="29-2072")
    assert titles(page_of(client, "/careers/")) == ALL


def test_groups_and_codes_that_are_counted_no_more_are_no_jobs(client, jobs):
    make.OccupationFactory(code="29-2070", title="Records Workers", level="broad")
    former = make.OccupationFactory(code="29-2079", title="Former Keepers")
    make.WageFactory(occupation=former, release=make.ReleaseFactory(year=2015))
    assert titles(page_of(client, "/careers/")) == ALL


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("q=records", ["Medical Records Clerks"]),
        ("q=29-20", ["Medical Records Clerks"]),
        ("field=databases", ["Database Administrator"]),
        ("median_min=100000", ["Database Administrator"]),
        ("median_max=99999", ["Medical Records Clerks"]),
        ("growth_min=5", ["Medical Records Clerks"]),
        ("growth_max=0", ["Database Administrator"]),
        ("education=bachelor", ["Database Administrator"]),
        ("education=bachelor,certificate", ["Database Administrator", "Medical Records Clerks"]),
        ("education=bachelor&education=certificate&growth_min=0", ["Medical Records Clerks"]),
        ("field=databases&q=clerk", []),
    ],
)
def test_filters_combine(client, jobs, asked, left):
    assert titles(page_of(client, f"/careers/?{asked}")) == left


def test_jobs_are_filtered_by_group_interest_skill_and_home(client, jobs):
    group = make.OccupationFactory(major=True)
    nurses = make.OccupationFactory(code="29-1141", title="Registered Nurses", parent=group)
    whole = make.OccupationFactory(onet=True, code="29-1141.00", parent=nurses)
    make.RatingFactory(occupation=whole, element_code="1.B.1.g", scale_code="IH", value=4)
    make.OccupationToolFactory(occupation=whole, name="Epic EHR")
    make.WorkFromHomeFactory(occupation=nurses, value=0)
    for asked in ("group=29-0000", "interest=social", "skill=epic", "from_home=false"):
        assert titles(page_of(client, f"/careers/?{asked}")) == ["Registered Nurses"]


def test_jobs_are_filtered_by_ai_exposure_in_thirds(client, jobs):
    for code, percentile in (("15-1242", 80), ("29-2072", 10)):
        make.ExposureFactory(
            occupation=Occupation.objects.get(code=code),
            release__source__slug="exposure-gpts",
            measure="beta",
            variant="people",
            percentile=percentile,
        )
    assert titles(page_of(client, "/careers/?exposure=high")) == ["Database Administrator"]
    assert titles(page_of(client, "/careers/?exposure=low,high")) == [
        "Database Administrator",
        "Medical Records Clerks",
    ]


BETA, USE = "exposure-gpts/beta/people", "exposure-copilot/ai_applicability_score/both"


@pytest.fixture
def rated(jobs):
    """The first study rates the administrator high, and the clerks low; the second the other way round."""
    for code, beta, use in (("15-1242", 80, 10), ("29-2072", 10, 60)):
        occupation = Occupation.objects.get(code=code)
        make.ExposureFactory(occupation=occupation, percentile=beta)
        make.ExposureFactory(copilot=True, occupation=occupation, percentile=use)


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("ordering=-exposure", ALL[::2] + ALL[1:2]),
        ("ordering=exposure", [ALL[2], ALL[0], ALL[1]]),
        (f"ordering=-exposure&exposure_by={USE}", [ALL[2], ALL[0], ALL[1]]),
        (f"exposure=low&exposure_by={BETA}", [ALL[2]]),
        (f"exposure=low&exposure_by={USE}", [ALL[0]]),
        (f"exposure_by={USE}", ALL),
    ],
)
def test_jobs_are_sorted_and_filtered_by_a_named_measure_of_ai_exposure(client, rated, asked, left):
    assert titles(page_of(client, f"/careers/?{asked}")) == left


def test_a_row_shows_its_place_by_the_measure_that_is_named_at_the_top(client, rated):
    page = page_of(client, f"/careers/?ordering=-exposure&exposure_by={USE}")
    assert re.findall(r"<span>AI exposure: ([^<]*)</span>", page) == ["60th percentile", "10th percentile"]
    assert "AI exposure by AI applicability, both sides of the talks (Tomlinson, Jaffe, Wang, Counts and Suri)" in page
    assert "does not predict job loss" in page


def test_exposure_stands_in_no_row_unless_asked_for(client, rated):
    assert "<span>AI exposure:" not in page_of(client, "/careers/")


def test_pay_is_that_of_the_place_asked_for(client, jobs):
    clerks = Occupation.objects.get(code="29-2072")
    ohio = make.PlaceFactory(code="US-OH", name="Ohio", kind="state")
    make.WageFactory(occupation=clerks, place=ohio, release=clerks.wages.get().release, annual_median=44_440)
    page = page_of(client, "/careers/?place=US-OH")
    assert titles(page) == ["Medical Records Clerks"]
    assert re.search(r"\$44,440</data></a></span></b> a year in Ohio", page)
    assert "<h1>Jobs, in Ohio</h1>" in page


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("title", "Database Administrator", "Medical Records Clerks"),
        ("-median", "Database Administrator", "Keeper of Scrolls"),
        ("median", "Medical Records Clerks", "Keeper of Scrolls"),
        ("-growth", "Medical Records Clerks", "Keeper of Scrolls"),
        ("-employment", "Database Administrator", "Keeper of Scrolls"),
    ],
)
def test_jobs_are_sorted_and_what_has_no_figure_comes_last(client, jobs, order, first, last):
    found = titles(page_of(client, f"/careers/?ordering={order}"))
    assert (found[0], found[-1]) == (first, last)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("ordering=-median", "Highest paid jobs"),
        (
            "ordering=-median&education=none,high-school,some-college,certificate",
            "Highest paid jobs without a college degree",
        ),
        ("ordering=growth&growth_max=-0.01", "Shrinking jobs"),
        ("median_min=60000", "Jobs, $60,000 a year or more"),
        ("from_home=true", "Jobs that can be done at home"),
    ],
)
def test_a_list_is_called_what_it_is(client, jobs, asked, title):
    assert f"<h1>{title}</h1>" in page_of(client, f"/careers/?{asked}")


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("field=nope", "Field of work: “nope”"),
        ("median_min=abc", "Median pay from: “abc”"),
        ("median_min=-5", "Median pay from: “-5”"),
        ("median_max=1e999", "Median pay up to: “1e999”"),
        ("growth_min=NaN", "Growth from: “NaN”"),
        ("ordering=bogus", "Sorted by: “bogus”"),
        ("q=%00", "Words in a title: “�”"),
        (f"q={'x' * 300}", "Words in a title: “xxx"),
        ("page=99", "Page: “99”"),
        ("page=99999999999999999999999999", "Page: “99999999999999999999999999”"),
        ("page=two", "Page: “two”"),
        ("education=phd&q=clerk", "Education: “phd”"),
    ],
)
def test_what_makes_no_sense_is_named_and_the_rest_still_works(client, jobs, asked, named):
    page = page_of(client, f"/careers/?{asked}")
    assert named in page
    assert titles(page)


def test_a_range_whose_ends_have_changed_places_is_named(client, jobs):
    page = page_of(client, "/careers/?median_min=90000&median_max=50000")
    assert "nothing can match" in page
    assert "No job matches all of this" in page


def test_each_line_shows_pay_education_growth_and_people(client, jobs):
    page = page_of(client, "/careers/?q=clerk")
    assert re.search(r"\$51,140</data></a></span></b> a year", page)
    assert "<span>Postsecondary nondegree award</span>" in page
    assert re.search(r"Jobs <span class=\"inline-figure\">.*?7\.1", page)
    assert re.search(r"187,910</data></a></span> people", page)


def test_choices_say_how_many_jobs_they_leave_and_several_hold_together(client, jobs):
    page = page_of(client, "/careers/?education=bachelor&ordering=-median&page=1")
    assert '<a href="?education=bachelor%2Ccertificate&amp;ordering=-median" rel="nofollow">' not in page
    assert re.search(
        r'<a href="\?ordering=-median&amp;education=bachelor%2Ccertificate" rel="nofollow">[^<]*<b>1</b>', page
    )
    assert re.search(
        r'<a href="\?ordering=-median" rel="nofollow" aria-current="true">Bachelor&#x27;s degree <b>1</b>', page
    )
    assert "<span>Under $50,000 <b>0</b></span>" in page


def test_the_form_keeps_what_was_chosen_beside_it(client, jobs):
    page = page_of(client, "/careers/?field=databases&q=data")
    assert '<input type="hidden" name="field" value="databases">' in page
    assert re.search(r'name="q"[^>]*value="data"', page)


def test_long_lists_come_in_pages_that_keep_what_was_asked(client):
    make.CareerFactory.create_batch(25)
    page = page_of(client, "/careers/?q=career&page=2")
    assert len(titles(page)) == 5
    assert '<a href="?q=career&amp;page=1" rel="prev">Previous</a>' in page
    assert "21 to 25 of 25 jobs" in page


def test_a_very_long_value_does_not_stand_in_every_link(client, jobs):
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
    assert counts[0] == counts[1] <= 23


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


# What is kept until the next edition


def test_a_list_is_read_once_in_an_edition(client, jobs, django_assert_max_num_queries):
    publish(Career.objects.get(title="Keeper of Scrolls"))
    address = "/careers/?median_min=1000&education=bachelors&ordering=-growth"
    first = page_of(client, address)
    with django_assert_max_num_queries(2):  # the edition, for the list and for the frame
        assert page_of(client, address) == first


def test_an_edit_is_seen_at_once(client, jobs):
    career = Career.objects.get(title="Keeper of Scrolls")
    publish(career)
    assert titles(page_of(client, "/careers/?q=scrolls")) == ["Keeper of Scrolls"]
    publish(career, title="Archivist", summary="Keeps scrolls.")
    assert titles(page_of(client, "/careers/")) == ["Archivist", *ALL[::2]]
    assert "Keeps scrolls." in page_of(client, "/careers/?q=archivist")
    assert titles(page_of(client, "/careers/?q=scrolls")) == []


@pytest.mark.parametrize("name", ["title", "median", "growth", "employment"])
@pytest.mark.parametrize("sign", ["", "-"])
def test_jobs_are_in_the_order_in_which_the_database_would_sort_them(jobs, name, sign):
    make.WageFactory(occupation=make.OccupationFactory(), annual_median=51_140)
    every = table.job_table(COUNTRY)
    for ordering in ([f"{sign}{name}"], [f"{sign}{name}", "-title"]):
        sorted_rows = every.in_order(every.all, ordering, {})
        assert sorted_rows == list(in_one_list(jobs_of(every.yardstick), ordering))
