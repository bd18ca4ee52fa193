"""The page of one occupation, and its drawings."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from careers.models import OccupationTool
from explore.jobs import find_job, read_job
from explore.jobs.record_rows import cell_of
from facts.models import Release
from pages.charts.percentiles import draw_percentiles
from pages.charts.years import draw_years
from tests import factories as make

pytestmark = pytest.mark.django_db
QUERIES = 50
"""Of one page, however much it holds."""


def page_of(client, address="/occupations/29-2072/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def specialists():
    return make.OccupationFactory(code="29-2072", title="Medical Records Specialists")


def cell(occupation, year, median, **more):
    """A cell whose percentiles stand around its median."""
    spread = {"p10": -15_000, "p25": -8_000, "p75": 14_000, "p90": 30_000, "mean": 5_000, "median": 0}
    pay = {f"annual_{name}": median + apart for name, apart in spread.items()}
    return make.WageFactory(occupation=occupation, release=make.ReleaseFactory(year=year), **(pay | more))


@pytest.mark.parametrize(
    "address",
    ["29-9999/", "29-2072/?scheme=nope", "29-2072/?scheme=soc-2010", "%00/", "x" * 500 + "/", "29-2072%20OR%201/"],
)
def test_a_code_that_is_not_there_is_not_found_with_a_way_on(client, specialists, address):
    response = client.get(f"/occupations/{address}")
    assert response.status_code == 404
    assert "/search/" in response.text


def test_it_opens_with_pay_how_to_qualify_outlook_and_how_reliable(client, specialists):
    cell(specialists, 2024, 50_250, employment=187_910, employment_rse="1.2", wage_rse="0.4")
    make.OutlookFactory(of_occupation=True, occupation=specialists)
    page = page_of(client)
    for text in ("$50,250", "Half earn between $42,250 and $64,250.", "United States, May 2024"):
        assert text in page
    assert "±0.4%" in page
    assert "2024 to 2034" in page


def test_without_figures_one_closing_line_says_what_is_missing_and_why(client, specialists):
    page = page_of(client)
    assert page.count("Not available here:") == 1
    not_loaded = page.partition("Not available here:")[2].partition("(not loaded on this site)")[0]
    assert "official pay" in not_loaded
    assert "projected growth" in not_loaded
    assert "<svg height" not in page


def test_the_table_holds_every_release_with_mean_and_five_percentiles(client, specialists):
    cell(specialists, 2023, 48_780)
    page = page_of(client)
    for amount in ("$33,780", "$40,780", "$48,780", "$62,780", "$78,780", "$53,780"):
        assert f"{amount}</data></a></td>" in page


def test_a_top_code_and_a_withheld_figure_are_said_in_words(client, specialists):
    marks = {"annual_p90": {"at_least": True}, "annual_p10": {"suppressed": True}}
    cell(specialists, 2024, 100_000, annual_p90=239_200, annual_p10=None, marks=marks)
    page = page_of(client)
    assert "$239,200 or more" in page
    assert "not released" in page


def test_figures_of_a_former_code_are_told_apart(client, specialists):
    former = make.OccupationFactory(code="29-2071", title="Technicians", soc_2010=True)
    make.CrosswalkFactory(from_occupation=former, to_occupation=specialists)
    cell(former, 2015, 37_110)
    cell(specialists, 2024, 50_250)
    page = page_of(client)
    assert "<small>29-2071</small>" in page
    assert 'Came from <a href="/occupations/29-2071/?scheme=soc-2010">SOC 2010 29-2071 Technicians</a>' in page
    assert "pay in 2016 to 2023" in page.partition("Not available here:")[2].partition("(not loaded on this site)")[0]


def test_a_code_that_was_split_says_where_its_jobs_went(client, specialists):
    former = make.OccupationFactory(code="29-2071", soc_2010=True)
    for to in (specialists, make.OccupationFactory(code="29-9021")):
        make.CrosswalkFactory(from_occupation=former, to_occupation=to)
    page = page_of(client, "/occupations/29-2071/?scheme=soc-2010")
    assert "The group was split: its jobs went to 2 groups" in page


def test_an_older_projection_is_superseded_and_one_that_has_passed_is_history(client, specialists):
    source = make.SourceFactory(slug="projections", kind="statistics")
    for start, end in ((2024, 2034), (2004, 2014)):
        release = make.ReleaseFactory(source=source, slug=f"{start}-{end}", label=f"{start}–{end % 100}")
        make.OutlookFactory(of_occupation=True, occupation=specialists, release=release, start_year=start, end_year=end)
    page = page_of(client)
    assert "<b>Superseded</b> by the projection for 2024–34." in page
    assert "<b>History.</b> The years it covers ended in 2014." in page


def test_careers_stand_with_match_and_reason(client, specialists):
    match = make.OccupationMatchFactory(occupation=specialists, reason="The title is the group’s own name.")
    page = page_of(client)
    assert f'<a href="{match.career.get_absolute_url()}">{match.career.title}</a>' in page
    assert "part of this wider group" in page
    assert "The title is the group’s own name." in page


def test_the_number_of_queries_does_not_depend_on_how_much_it_holds(client, specialists):
    counts = []
    for years in ((2019, 2020), (2021, 2022, 2023)):
        for year in years:
            cell(specialists, year, 50_000)
            make.OccupationMatchFactory(occupation=specialists)
            make.CrosswalkFactory(to_occupation=specialists)
        with CaptureQueriesContext(connection) as queries:
            page_of(client)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= QUERIES


# One job, one page


def test_a_code_that_a_career_matches_exactly_leads_to_its_page_with_the_place(client, specialists):
    match = make.OccupationMatchFactory(occupation=specialists, match="exact")
    response = client.get("/occupations/29-2072/?place=US-OH")
    assert (response.status_code, response["Location"]) == (302, f"{match.career.get_absolute_url()}?place=US-OH")


def test_a_code_that_two_careers_match_exactly_keeps_its_page(client, specialists):
    for _ in range(2):
        make.OccupationMatchFactory(occupation=specialists, match="exact")
    assert "Medical Records Specialists" in page_of(client)


def test_onets_code_for_the_whole_and_a_broad_code_with_one_part_lead_to_the_occupation(client, specialists):
    make.OccupationFactory(onet=True, code="29-2072.00", parent=specialists)
    specialists.parent = make.OccupationFactory(code="29-2070", level="broad", title="Records Specialists")
    specialists.save()
    for address in ("/occupations/29-2072.00/?scheme=onet-soc-2019", "/occupations/29-2070/"):
        assert client.get(address)["Location"] == "/occupations/29-2072/"


def test_a_specialty_shows_the_pay_of_what_it_is_part_of_and_says_so(client, specialists):
    make.OccupationFactory(onet=True, code="29-2072.01", title="Coders", parent=specialists)
    cell(specialists, 2024, 50_250)
    page = page_of(client, "/occupations/29-2072.01/?scheme=onet-soc-2019")
    assert "$50,250" in page
    assert "Coders is a specialty of Medical Records Specialists." in page
    assert '<a href="/occupations/29-2072.01/?scheme=onet-soc-2019">Coders</a>' in page_of(client)


def test_a_place_that_is_picked_shows_its_own_pay_and_its_own_change(client, specialists):
    ohio = make.PlaceFactory(code="US-OH", name="Ohio", kind="state")
    for year, median, in_ohio in ((2022, 50_000, 40_000), (2025, 60_000, 50_000)):
        cell(specialists, year, median)
        cell(specialists, year, in_ohio, place=ohio)
    page = page_of(client, "/occupations/29-2072/?place=oh")
    answer = page.partition('<div class="answers">')[2].partition("How to qualify")[0]
    assert "Pay in Ohio" in answer
    assert "$50,000" in answer
    assert "Up 25% since May 2022" in answer
    assert '<option value="US-OH" selected>Ohio</option>' in page
    assert "Up 20% since May 2022" in page_of(client)


def test_a_place_without_pay_is_said_to_have_none(client, specialists):
    cell(specialists, 2025, 60_000)
    assert "No pay for “atlantis” here." in page_of(client, "/occupations/29-2072/?place=atlantis")


# The work


@pytest.fixture
def whole(specialists):
    return make.OccupationFactory(onet=True, code="29-2072.00", parent=specialists)


def test_what_the_work_is_stands_with_its_release_and_the_line_that_its_licence_asks_for(client, specialists, whole):
    release = make.ReleaseFactory(onet=True, attribution="Includes O*NET 29.0, CC BY 4.0.")
    make.TaskFactory(occupation=whole, release=release, statement="Codes charts.", dated=date(2023, 8, 1))
    page = page_of(client)
    assert "<li>Codes charts.</li>" in page
    assert 'release <a href="/sources/onet/29-0/">29.0</a>, updated August 2023.</p>' in page
    assert page.count("Includes O*NET 29.0, CC BY 4.0.") == 1
    assert '<a href="/sources/onet/29-0/">29.0</a>' in page.partition('id="all-sources"')[2]


def test_a_rating_is_a_number_words_and_a_bar(client, specialists, whole):
    make.ElementFactory(code="2.A.1.a", name="Reading Comprehension")
    make.ScaleFactory()
    make.RatingFactory(occupation=whole, element_code="2.A.1.a", value="4.00")
    page = page_of(client)
    assert "Reading Comprehension<small>very important</small>" in page
    assert '<rect class="ok" width="75.0%"' in page


def test_what_a_loaded_release_leaves_out_is_not_published_and_not_unloaded(client, specialists, whole):
    make.TaskFactory(occupation=whole)
    closing = page_of(client).partition("Not available here:")[2].partition("</p>")[0]
    assert "ratings of skills" in closing.partition("(not published for this job)")[0]


def test_ratings_of_a_former_code_are_labelled_as_inherited(client, specialists, whole):
    old = make.OccupationFactory(scheme="onet-soc-2010", code="29-2071.00", title="Technicians")
    make.CrosswalkFactory(from_occupation=old, to_occupation=specialists)
    make.RatingFactory(occupation=old)
    page = page_of(client)
    assert "Technicians</a>, whose jobs came to this code" in page


def test_skills_that_the_projections_score_stand_apart_with_the_highest_first(client, specialists):
    release = make.ReleaseFactory(slug="2023-33", label="2023–33")
    make.ScaleFactory(release=release, code="EP", minimum=1, maximum=5)
    for name, score in (("detail-oriented", "3.9"), ("computers-and-it", "4.4")):
        make.ElementFactory(release=release, code=f"EP.{name}", name=name.capitalize())
        make.RatingFactory(
            release=release,
            occupation=specialists,
            element_code=f"EP.{name}",
            scale_code="EP",
            value=score,
            domain_source="Imputed from similar work",
        )
    page = page_of(client).partition("Skill scores in the projections</h3>")[2].partition("</details>")[0]
    assert re.findall(r'<th scope="row">(.*?)</th> <td class="n">(.*?)</td>', page) == [
        ("Computers-and-it", "4.4"),
        ("Detail-oriented", "3.9"),
    ]


def test_more_of_the_work_takes_no_more_queries(client, specialists, whole):
    counts = []
    for times in (1, 12):
        for _ in range(times):
            make.TaskFactory(occupation=whole)
            make.RatingFactory(occupation=whole)
            make.OccupationToolFactory(occupation=whole, name=f"Tool {OccupationTool.objects.count()}")
            make.OccupationTitleFactory(occupation=whole)
            make.RelatedOccupationFactory(occupation=whole)
        with CaptureQueriesContext(connection) as queries:
            page_of(client)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= QUERIES


# The drawings


def test_the_spread_is_drawn_between_the_percentiles(specialists):
    chart = draw_percentiles(cell(specialists, 2024, 50_000).figures())
    at = {point.name: point.at for point in chart.points}
    assert at["10th"] < at["25th"] < at["Median"] < at["Mean"] < at["75th"] < at["90th"]
    assert (chart.inner.x, round(chart.inner.x + chart.inner.width, 2)) == (at["25th"], at["75th"])
    assert "median $50,000" in chart.description


def test_a_top_code_is_drawn_with_a_plus(specialists):
    wage = cell(specialists, 2024, 100_000, annual_p90=239_200, marks={"annual_p90": {"at_least": True}})
    chart = draw_percentiles(wage.figures())
    assert chart.points[4].value == "$239,200+"


def test_without_three_numbers_there_is_no_spread(specialists):
    wage = cell(specialists, 2024, 50_000, annual_p10=None, annual_p25=None, annual_p75=None, annual_p90=None)
    assert draw_percentiles(wage.figures()) is None


def drawn(code="29-2072"):
    record = read_job(find_job(code)).record
    return draw_years(record.years, record.breaks, frozenset(record.surveyed))


@pytest.fixture
def former(specialists):
    """The occupation that became the specialists, and their pay before and after."""
    former = make.OccupationFactory(code="29-2071", soc_2010=True)
    make.CrosswalkFactory(from_occupation=former, to_occupation=specialists)
    for occupation, year in ((former, 2021), (specialists, 2022), (specialists, 2023), (specialists, 2025)):
        cell(occupation, year, 50_000)
    return former


def test_a_code_that_was_carried_over_whole_goes_on_as_one_line(former):
    chart = drawn()
    assert [(one.year, other.year) for one, other in chart.joins] == [(2021, 2022), (2022, 2023)]
    assert chart.breaks == []
    assert [segment.code for segment in chart.segments] == ["29-2071", "29-2072"]


def test_a_code_that_was_split_breaks_the_line_and_says_where(former, client):
    make.CrosswalkFactory(from_occupation=former, to_occupation=make.OccupationFactory(code="29-9021"))
    chart = drawn()
    assert [(one.year, other.year) for one, other in chart.joins] == [(2022, 2023)]
    assert [(gap.before, gap.after, gap.year_before, gap.year_after) for gap in chart.breaks] == [
        ("29-2071", "29-2072", 2021, 2022)
    ]
    page = client.get("/occupations/29-2072/").content.decode()
    assert "code 29-2072 does not count exactly the jobs of code 29-2071" in page


def test_a_code_that_was_merged_breaks_the_line(former, specialists):
    other = make.OccupationFactory(code="29-9099", soc_2010=True)
    make.CrosswalkFactory(from_occupation=other, to_occupation=specialists)
    assert len(drawn().breaks) == 1


def test_a_year_without_pay_is_not_loaded_or_under_another_code(former, client):
    assert (drawn().not_loaded, drawn().under_other_codes) == ("2024", "")
    cell(make.OccupationFactory(code="29-2098"), 2024, 60_000)
    assert (drawn().not_loaded, drawn().under_other_codes) == ("", "2024")
    closing = client.get("/occupations/29-2072/").content.decode().partition("Not available here:")[2]
    assert "pay in 2024" in closing.partition("(not published under this code)")[0]


def test_years_of_several_codes_are_told_and_not_drawn(former, specialists, client):
    other = make.OccupationFactory(code="29-9099", soc_2010=True)
    make.CrosswalkFactory(from_occupation=other, to_occupation=specialists)
    cell(other, 2021, 41_000)
    assert [column.year for column in drawn().columns] == [2022, 2023, 2025]
    assert drawn().under_several_codes == "2021"
    assert "In 2021 several codes each counted some of these jobs." in page_of(client)


def test_one_year_alone_is_no_series(specialists):
    cell(specialists, 2024, 50_000)
    assert drawn() is None


@given(medians=st.lists(st.integers(20_000, 500_000), min_size=2, max_size=12))
def test_whatever_is_paid_stays_within_the_drawing(medians):
    occupation = make.OccupationFactory.build()
    wages = [
        make.WageFactory.build(
            occupation=occupation,
            release=make.ReleaseFactory.build(year=2000 + number, source=make.SourceFactory.build(statistics=True)),
            annual_median=median,
            annual_p90=median * 2,
        )
        for number, median in enumerate(medians)
    ]
    chart = draw_years([cell_of(wage) for wage in wages])
    assert all(0 < column.x < 100 for column in chart.columns)
    assert all(chart.top <= column.y <= chart.bottom for column in chart.columns)
    assert len({column.x for column in chart.columns}) == len(medians)
    assert len(chart.joins) == len(medians) - 1


def test_figures_of_which_newer_ones_should_be_out_are_named_in_one_line(client, specialists):
    wage = cell(specialists, 2024, 50_250)
    words = "Newer figures should be out:"
    assert words not in page_of(client)
    Release.objects.update(next_due=date(2025, 4, 30))
    line = f"{words} {wage.release.source.title} May 2024 (the next release was due by April 2025)."
    assert line in page_of(client)
