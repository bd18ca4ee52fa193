"""Occupations browsed by group, interest, education and place."""

import pytest
from django.http import QueryDict

from careers.models import Occupation, Rating, Scale
from explore.facets import occupation_facets
from explore.filters.occupations import OccupationFilter
from explore.reference_releases import newest_yardstick
from facts.models import Place
from tests import factories as make

pytestmark = pytest.mark.django_db

SOCIAL, CONVENTIONAL = 4, 6


@pytest.fixture
def health():
    """A major group with a nurse and, a level deeper, a records specialist; beside it a lone manager."""
    major = make.OccupationFactory(
        code="29-0000", title="Healthcare Practitioners and Technical Occupations", level="major"
    )
    minor = make.OccupationFactory(code="29-2000", title="Technicians", level="minor", parent=major)
    make.OccupationFactory(code="29-1141", title="Nurses", parent=major)
    make.OccupationFactory(code="29-2072", title="Records Specialists", parent=minor)
    make.OccupationFactory(code="11-9111", title="Managers")


def fits(soc_code, interest, **more):
    whole = Occupation.objects.get(scheme="soc-2018", code=soc_code)
    described = make.OccupationFactory(
        scheme="onet-soc-2019", code=f"{soc_code}.00", title=f"{whole.title} in full", parent=whole
    )
    make.RatingFactory(
        occupation=described,
        element_code=Rating.FIRST_INTEREST,
        scale_code=Scale.INTEREST_HIGH_POINT,
        value=interest,
        **more,
    )


def codes(asked, **measured):
    found = OccupationFilter(QueryDict(asked), newest_yardstick(**measured).occupations())
    assert not found.problems
    return {row.code for row in found.qs}


def counted(title, asked=""):
    facets = {facet.title: facet for facet in occupation_facets(newest_yardstick(), QueryDict(asked))}
    return {option.label.split(":")[0]: option.count for option in facets[title].options}


def test_a_group_holds_what_is_within_it_at_any_remove(health):
    assert codes("group=29-0000") == {"29-2000", "29-1141", "29-2072"}
    assert codes("group=29-2000") == {"29-2072"}
    assert counted("Group") == {"Healthcare Practitioners and Technical": 3}
    assert counted("Group", "q=nurses") == {"Healthcare Practitioners and Technical": 1}


def test_the_interest_that_fits_best_is_that_of_the_newest_release(health):
    fits("29-1141", SOCIAL)
    fits("29-2072", CONVENTIONAL)
    assert codes("interest=social") == {"29-1141"}
    assert codes("interest=social,conventional") == {"29-1141", "29-2072"}
    assert codes("interest=investigative") == set()
    counts = counted("Interest that fits best", "q=records")
    assert (counts["Conventional"], counts["Social"]) == (1, 0)


def test_what_one_enters_with_is_what_the_projection_names(health):
    make.TypicalEntryFactory(
        occupation=Occupation.objects.get(code="29-2072"),
        education="Postsecondary nondegree award",
    )
    assert codes("education=certificate") == {"29-2072"}
    assert codes("education=doctoral,bachelor") == set()
    assert counted("Education to enter, typically")["Postsecondary nondegree award"] == 1


def test_a_place_measures_the_rows_and_leaves_only_those_counted_there(health):
    there = make.PlaceFactory(code="US-OH", name="Ohio", kind=Place.Kind.STATE)
    nurses, specialists = (Occupation.objects.get(code=code) for code in ("29-1141", "29-2072"))
    release = make.ReleaseFactory(year=2024)
    plain = {"annual_p10": None, "annual_p25": None, "annual_p75": None, "annual_p90": None, "release": release}
    make.WageFactory(occupation=nurses, annual_median=93_600, **plain)
    make.WageFactory(occupation=nurses, annual_median=81_000, place=there, **plain)
    make.WageFactory(occupation=specialists, annual_median=50_250, **plain)
    assert codes("place=US-OH", place="US-OH") == {"29-1141"}
    assert newest_yardstick(place="US-OH").occupations().get(code="29-1141").median == 81_000
    assert newest_yardstick().occupations().get(code="29-1141").median == 93_600


def test_what_the_record_does_not_tell_is_no_facet(health):
    titles = [facet.title for facet in occupation_facets(newest_yardstick(), QueryDict())]
    assert titles == ["Group", "Median pay", "Growth in jobs, projected", "Classification"]


def test_both_doors_measure_in_the_place_that_is_asked_for(client, health):
    there = make.PlaceFactory(code="US-OH", name="Ohio", kind=Place.Kind.STATE)
    nurses = Occupation.objects.get(code="29-1141")
    make.WageFactory(occupation=nurses, annual_median=81_000, annual_p75=None, annual_p90=None, place=there)
    make.EditionFactory(number=1)
    page = client.get("/occupations/?place=US-OH").content.decode()
    assert "1 occupation of SOC 2018" in page
    assert "$81,000" in page
    assert "employees: Ohio, all industries" in page
    answer = client.get("/api/v1/occupations/?place=US-OH&median_min=80000").json()
    assert [row["code"] for row in answer["results"]] == ["29-1141"]
    assert client.get("/api/v1/occupations/?place=US-OH,US-CA").status_code == 400
    assert client.get("/api/v1/occupations/?place=%00").status_code == 400
    assert client.get("/occupations/?place=%00&group=nope&interest=none").status_code == 200
