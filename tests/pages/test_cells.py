"""The tables of an occupation's pay by place and by industry."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from facts.models import Place
from tests import factories as make

pytestmark = pytest.mark.django_db

PLACES = "/occupations/29-2072/places/"
INDUSTRIES = "/occupations/29-2072/industries/"
WHOLE = "United States, all industries"


def page_of(client, address) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def rows_of(page) -> list[str]:
    return re.findall(r'<th scope="row"><a href="[^"]*">([^<]*)<', page)


@pytest.fixture
def specialists():
    return make.OccupationFactory(code="29-2072", title="Medical Records Specialists")


def state(occupation, name, median=50_000, **more):
    place = make.PlaceFactory(
        code=f"US-{'IA' if name == 'Iowa' else name[:2].upper()}", name=name, kind=Place.Kind.STATE
    )
    return make.WageFactory(occupation=occupation, place=place, annual_p10=None, annual_median=median, **more)


def test_the_whole_country_stands_above_its_places(client, specialists):
    make.WageFactory(occupation=specialists)
    for name in ("Utah", "Ohio"):
        state(specialists, name)
    make.WageFactory(occupation=specialists, industry=make.IndustryFactory(naics=True))
    assert rows_of(page_of(client, PLACES)) == [WHOLE, "Ohio", "Utah"]
    assert rows_of(page_of(client, INDUSTRIES)) == [WHOLE, "Hospitals"]


def test_states_stand_before_areas(client, specialists):
    area = make.PlaceFactory(code="10180", name="Abilene, TX", kind=Place.Kind.METRO)
    make.WageFactory(occupation=specialists, place=area)
    for name in ("Utah", "Ohio"):
        state(specialists, name)
    assert rows_of(page_of(client, PLACES)) == ["Ohio", "Utah", "Abilene, TX"]
    assert rows_of(page_of(client, f"{PLACES}?ordering=name")) == ["Abilene, TX", "Ohio", "Utah"]


def test_a_row_leads_to_its_own_page_and_tells_its_errors(client, specialists):
    wage = make.WageFactory(occupation=specialists, industry=make.IndustryFactory(naics=True), wage_rse="2.5")
    page = page_of(client, INDUSTRIES)
    assert f'<a href="{wage.get_absolute_url()}">Hospitals</a><small>622000</small>' in page
    assert re.search(r'<td class="n">2.5%</td>\s*<td class="n">1.2%</td>', page)
    assert "Hospitals" in page_of(client, wage.get_absolute_url())


def test_what_is_withheld_and_what_is_top_coded_is_said(client, specialists):
    marks = {"annual_median": {"suppressed": True}, "annual_p90": {"at_least": True}}
    state(specialists, "Ohio", None, annual_p90=239_200, marks=marks)
    page = page_of(client, PLACES)
    assert "not released" in page
    assert "$239,200 or more" in page


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("", ["Iowa", "Ohio", "Utah"]),
        ("?ordering=-name", ["Utah", "Ohio", "Iowa"]),
        ("?ordering=-median", ["Utah", "Iowa", "Ohio"]),
        ("?ordering=median", ["Iowa", "Utah", "Ohio"]),
        ("?q=oh", ["Ohio"]),
        ("?kind=metro", []),
        ("?kind=nope&ordering=nope", ["Iowa", "Ohio", "Utah"]),
    ],
)
def test_it_may_be_sorted_and_narrowed_and_what_is_not_given_comes_last(client, specialists, asked, rows):
    for name, median in (("Iowa", 40_000), ("Ohio", None), ("Utah", 60_000)):
        state(specialists, name, median)
    assert rows_of(page_of(client, PLACES + asked)) == rows


def test_a_heading_sorts_from_the_highest_and_then_the_other_way(client, specialists):
    state(specialists, "Ohio")
    assert '<th scope="col" class="n"><a href="?ordering=-median">Median</a>' in page_of(client, PLACES)
    page = page_of(client, f"{PLACES}?ordering=-median")
    assert '<th scope="col" class="n" aria-sort="descending"><a href="?ordering=median">Median</a>' in page


def test_the_newest_release_that_has_places_is_shown(client, specialists):
    state(specialists, "Ohio", release=make.ReleaseFactory(year=2023))
    make.WageFactory(occupation=specialists, release=make.ReleaseFactory(year=2025))
    state(specialists, "Utah", release=make.ReleaseFactory(year=2026, importing=True))
    assert rows_of(page_of(client, PLACES)) == ["Ohio"]


@pytest.mark.parametrize("address", [PLACES, INDUSTRIES])
def test_what_is_not_broken_down_says_so(client, specialists, address):
    make.WageFactory(occupation=specialists)
    assert "No release that is loaded on this site gives this code’s pay by" in page_of(client, address)


@pytest.mark.parametrize("address", ["99-9999/places/", "29-2072/places/?scheme=nope", "%00/industries/"])
def test_a_code_that_is_not_there_is_not_found(client, specialists, address):
    assert client.get(f"/occupations/{address}").status_code == 404


def test_pages_take_as_many_queries_with_many_places_as_with_one(client, specialists):
    counts = []
    for names in (("Ohio",), [f"{number:02} County" for number in range(65)]):
        for name in names:
            state(specialists, name)
        make.WageFactory(occupation=specialists, release=make.ReleaseFactory(year=2000 + len(names)))
        with CaptureQueriesContext(connection) as queries:
            page_of(client, f"{PLACES}?ordering=-employment")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
    assert len(rows_of(page_of(client, f"{PLACES}?page=2"))) == 6


def test_the_occupation_names_the_states_and_sectors_with_the_most_jobs(client, specialists):
    state(specialists, "Ohio", employment=10)
    state(specialists, "Utah", employment=20)
    for code, name in (("62", "Health Care"), ("622000", "Hospitals")):
        make.WageFactory(occupation=specialists, industry=make.IndustryFactory(code=code, name=name))
    section = page_of(client, "/occupations/29-2072/").partition('<section class="chapter" id="pay"')[2]
    section = section.partition("</section>")[0]
    states, _, industries = section.partition('<details id="industries"')
    states = states.partition('<details id="states"')[2]
    assert re.findall(r'<th scope="row"> ?<a href="[^"]*">([^<]*)<', states) == ["Utah", "Ohio"]
    assert rows_of(industries) == ["Health Care"]
    assert f'href="{PLACES}"' in section
    assert f'href="{INDUSTRIES}"' in section


def test_an_older_release_can_be_chosen(client, specialists):
    state(specialists, "Ohio", 50_000, release=make.ReleaseFactory(year=2024))
    state(specialists, "Utah", 47_000, release=make.ReleaseFactory(year=2023))
    assert rows_of(page_of(client, PLACES)) == ["Ohio"]
    page = page_of(client, f"{PLACES}?release=may-2023")
    assert rows_of(page) == ["Utah"]
    assert 'aria-current="true">May 2023</span>' in page
    assert f'<a href="{PLACES}">May 2024</a>' in page
    assert "There is no release" in page_of(client, f"{PLACES}?release=may-1887")


def test_the_map_shows_the_states_by_the_measure_that_the_table_is_sorted_by(client, specialists):
    for name, median in (("Iowa", 40_000), ("Ohio", 51_000)):
        state(specialists, name, median, annual_p90=median + 30_000)
    assert "Median pay, a year, state by state" in page_of(client, PLACES)
    page = page_of(client, f"{PLACES}?ordering=-p90")
    assert "<desc>A tile for each of 2 places. Highest: Ohio, $81,000. Lowest: Iowa, $70,000.</desc>" in page
    assert "<desc>" not in page_of(client, f"{PLACES}?kind=metro")


@pytest.fixture
def dearer():
    """Prices that doubled between 2015 and May 2024."""
    release = make.ReleaseFactory(year=2026, source=make.SourceFactory(slug="prices"))
    make.PriceIndexFactory(release=release, year=2015, month=None, value=150)
    make.PriceIndexFactory(release=release, year=2024, month=5, value=300)


def test_pay_is_put_into_the_money_of_another_year_when_asked(client, specialists, dearer):
    make.WageFactory(occupation=specialists, annual_median=50_000, release=make.ReleaseFactory(year=2024))
    state(specialists, "Ohio", 44_000, release=make.ReleaseFactory(year=2024))
    state(specialists, "Utah", 40_000, release=make.ReleaseFactory(year=2024))
    page = page_of(client, f"{PLACES}?money=2015")
    assert [f'<data value="{amount}">' in page for amount in (25000, 22000, 20000)] == [True, True, True]
    assert "$50,000 × 150 (CPI-U, 2015) ÷ 300 (CPI-U, May 2024) = $25,000" in page
    assert "in 2015 dollars, computed" in page
    assert "$50,000" not in page_of(client, f"{PLACES}?money=2015").partition("<tbody>")[2]


@pytest.mark.parametrize(("year", "why"), [("1066", "is not loaded on this site"), ("soon", "four digits")])
def test_a_year_without_a_price_level_is_named_and_left_out(client, specialists, dearer, year, why):
    state(specialists, "Ohio", 44_000, release=make.ReleaseFactory(year=2024))
    page = page_of(client, f"{PLACES}?money={year}")
    assert why in page
    assert "$44,000" in page


def test_the_industries_with_the_most_jobs_are_drawn_under_all_together(client, specialists):
    make.WageFactory(occupation=specialists, annual_median=51_140)
    sector = make.IndustryFactory(code="62", name="Sector 62 - Health Care")
    make.WageFactory(occupation=specialists, industry=sector, annual_median=50_150, employment=123_820)
    chart = page_of(client, "/occupations/29-2072/").partition("<b>Pay by sector</b>")[2].partition("</figure>")[0]
    assert "the whole country, May 2024. US Bureau of Labor Statistics." in chart
    assert chart.index("$51,140") < chart.index("Health Care") < chart.index("123,820 jobs") < chart.index("$50,150")
