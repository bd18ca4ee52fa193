"""The record of one occupation."""

import pytest

from careers.models import Occupation
from explore.occupation import read_occupation
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def specialists():
    return make.OccupationFactory(code="29-2072", title="Medical Records Specialists")


def test_what_is_not_there_is_not_read(specialists):
    with pytest.raises(Occupation.DoesNotExist, match="29-9999"):
        read_occupation("29-9999")
    with pytest.raises(Occupation.DoesNotExist):
        read_occupation("29-2072", "soc-2010")


def test_a_code_of_two_classifications_is_that_of_the_newer_one():
    old = make.OccupationFactory(code="11-9111", soc_2010=True)
    new = make.OccupationFactory(code="11-9111")
    assert read_occupation("11-9111").occupation == new
    assert read_occupation("11-9111", "soc-2010").occupation == old
    assert read_occupation("11-9111").namesakes == [old]


def test_wages_are_national_and_the_latest_comes_first(specialists):
    for year in (2023, 2025, 2024):
        make.WageFactory(occupation=specialists, release=make.ReleaseFactory(year=year))
    make.WageFactory(occupation=specialists, place=make.PlaceFactory(california=True))
    make.WageFactory(occupation=specialists, industry=make.IndustryFactory(naics=True))
    record = read_occupation("29-2072")
    assert [wage.release.label for wage in record.wages] == ["May 2025", "May 2024", "May 2023"]
    assert record.latest_wage.release.label == "May 2025"


def test_pay_over_the_years_begins_with_the_codes_it_came_from(specialists):
    former = make.OccupationFactory(code="29-2071", soc_2010=True)
    make.CrosswalkFactory(from_occupation=former, to_occupation=specialists)
    make.WageFactory(occupation=former, release=make.ReleaseFactory(year=2015))
    make.WageFactory(occupation=specialists, release=make.ReleaseFactory(year=2024))
    record = read_occupation("29-2072")
    assert [wage.occupation.code for wage in record.wages_over_the_years] == ["29-2071", "29-2072"]
    assert record.predecessors[0].from_occupation == former
    assert read_occupation("29-2071").successors[0].to_occupation == specialists


def test_a_pair_that_two_releases_have_stands_once_and_one_that_is_not_out_not_at_all(specialists):
    former = make.OccupationFactory(soc_2010=True)
    for slug in ("2017", "2018"):
        release = make.ReleaseFactory(source=make.SourceFactory(classification=True), slug=slug)
        make.CrosswalkFactory(from_occupation=former, to_occupation=specialists, release=release)
    make.CrosswalkFactory(to_occupation=specialists, release=make.ReleaseFactory(importing=True))
    assert [pair.from_occupation for pair in read_occupation("29-2072").predecessors] == [former]


def test_releases_that_readers_may_not_see_are_not_in_it(specialists):
    make.WageFactory(occupation=specialists, release=make.ReleaseFactory(importing=True))
    make.WageFactory(occupation=specialists, release=make.ReleaseFactory(year=2023, withdrawn=True))
    record = read_occupation("29-2072")
    assert (record.wages, record.latest_wage, record.releases) == ([], None, [])


def test_the_latest_projection_comes_first(specialists):
    projections = make.SourceFactory(slug="bls-employment-projections", kind="statistics")
    for start in (2023, 2024):
        release = make.ReleaseFactory(source=projections, slug=f"{start}-{start + 10}", label=f"{start}–{start + 10}")
        make.OutlookFactory(
            of_occupation=True, occupation=specialists, release=release, start_year=start, end_year=start + 10
        )
    record = read_occupation("29-2072")
    assert [outlook.start_year for outlook in record.outlooks] == [2024, 2023]


def test_careers_tied_to_it_say_how_well_and_why(specialists):
    match = make.OccupationMatchFactory(occupation=specialists, reason="The title is the group’s own name.")
    assert read_occupation("29-2072").matches == [match]


def test_the_number_of_queries_does_not_depend_on_how_much_it_holds(specialists, django_assert_num_queries):
    def fill(year):
        former = make.CrosswalkFactory(to_occupation=specialists).from_occupation
        make.WageFactory(occupation=former, release=make.ReleaseFactory(year=year - 10))
        make.WageFactory(occupation=specialists, release=make.ReleaseFactory(year=year))
        make.OccupationMatchFactory(occupation=specialists)

    for years in ((2023,), (2024, 2025)):
        for year in years:
            fill(year)
        with django_assert_num_queries(10):
            record = read_occupation("29-2072")
            assert [wage.figures() for wage in record.wages_over_the_years]
            assert record.releases
            assert [match.career.field for match in record.matches]
