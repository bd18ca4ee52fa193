"""Lists measured by one release, so that their rows may be compared."""

import pytest

from explore.listing import list_careers, list_occupations
from explore.reference_releases import newest_yardstick
from tests import factories as make

pytestmark = pytest.mark.django_db


def medians():
    return dict(newest_yardstick().occupations().values_list("code", "median"))


def test_without_releases_there_is_nothing_to_measure_by():
    occupation = make.OccupationFactory()
    yardstick = newest_yardstick()
    assert (yardstick.wages, yardstick.outlooks) == (None, None)
    assert medians() == {occupation.code: None}


def test_every_occupation_is_measured_by_the_newest_release():
    both, old = make.OccupationFactory(code="29-2072"), make.OccupationFactory(code="29-9021")
    make.WageFactory(occupation=both, release=make.ReleaseFactory(year=2024), annual_median=50_250)
    for occupation in (both, old):
        make.WageFactory(occupation=occupation, release=make.ReleaseFactory(year=2023), annual_median=48_780)
    assert medians() == {"29-2072": 50_250, "29-9021": None}


@pytest.mark.parametrize("state", ["importing", "withdrawn", "replaced"])
def test_a_release_that_readers_may_not_see_measures_nothing(state):
    make.WageFactory(release=make.ReleaseFactory(year=2023), annual_median=48_780)
    because = "The file was damaged." if state == "withdrawn" else ""
    make.WageFactory(release=make.ReleaseFactory(year=2024, state=state, withdrawn_because=because))
    assert newest_yardstick().wages.slug == "may-2023"


def test_pay_of_a_state_or_an_industry_does_not_measure_the_whole():
    make.WageFactory(place=make.PlaceFactory(california=True))
    make.WageFactory(industry=make.IndustryFactory(naics=True))
    assert newest_yardstick().wages is None


def test_another_classification_has_a_yardstick_of_its_own():
    make.WageFactory(occupation=make.OccupationFactory(soc_2010=True), release=make.ReleaseFactory(year=2015))
    make.WageFactory()
    assert newest_yardstick("soc-2010").wages.slug == "may-2015"


def test_a_career_is_measured_by_the_occupation_it_is_first_tied_to():
    career = make.CareerFactory()
    for position, median in ((2, 44_000), (1, 50_250)):
        occupation = make.OccupationMatchFactory(career=career, position=position).occupation
        make.WageFactory(occupation=occupation, annual_median=median)
        make.OutlookFactory(of_occupation=True, occupation=occupation, growth_percent=position)
    (row,) = newest_yardstick().careers()
    assert (row.median, row.growth) == (50_250, 1)


def test_a_career_that_is_tied_to_nothing_has_no_measure():
    make.WageFactory()
    make.CareerFactory()
    (row,) = newest_yardstick().careers()
    assert (row.counted_as, row.median, row.growth) == (None, None, None)


def test_a_listed_career_has_its_groups_figures_and_its_guides():
    section = make.SectionFactory(source=make.SourceFactory(publisher="Himalayas"))
    occupation = make.OccupationMatchFactory(career=section.career).occupation
    make.WageFactory(occupation=occupation)
    yardstick = newest_yardstick()
    (row,) = list_careers(yardstick, yardstick.careers())
    assert (row.occupation, row.guides) == (occupation, ["Himalayas"])
    assert row.record["annual_median"].value_text == "$50,250"


def test_a_listed_occupation_says_what_is_withheld():
    make.WageFactory(annual_median=None, marks={"annual_median": {"suppressed": True}})
    yardstick = newest_yardstick()
    (row,) = list_occupations(yardstick, yardstick.occupations())
    assert row.record["annual_median"].value_text == "not released"


def test_lists_take_as_many_queries_for_many_as_for_one(django_assert_num_queries):
    for _ in range(3):
        make.WageFactory(occupation=make.OccupationMatchFactory().occupation)
    yardstick = newest_yardstick()
    with django_assert_num_queries(5):
        assert len(list_careers(yardstick, yardstick.careers())) == 3
    with django_assert_num_queries(3):
        assert len(list_occupations(yardstick, yardstick.occupations())) == 3
