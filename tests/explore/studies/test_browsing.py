"""Occupations narrowed by what studies say of them: whether the work can be done at home, how far AI reaches."""

import pytest
from django.http import QueryDict

from careers.models import Occupation
from explore.facets import occupation_facets
from explore.filters.occupations import OccupationFilter
from explore.reference_releases import newest_yardstick
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs():
    """One job that can be done at home by the code that it came from, and one that cannot."""
    can, cannot = make.OccupationFactory(code="15-1252"), make.OccupationFactory(code="29-1141")
    for job, printed in ((can, "1"), (cannot, "0")):
        older = make.OccupationFactory(soc_2010=True, code=job.code)
        make.CrosswalkFactory(from_occupation=older, to_occupation=job)
        whole = make.OccupationFactory(scheme="onet-soc-2010", code=f"{job.code}.00", parent=older)
        make.WorkFromHomeFactory(occupation=whole, value=printed, as_printed=printed)
    make.OccupationFactory(code="11-1011")
    return can, cannot


@pytest.mark.parametrize(("asked", "code"), [("true", "15-1252"), ("false", "29-1141")])
def test_jobs_are_narrowed_by_what_the_study_says(jobs, asked, code):
    today = Occupation.objects.filter(scheme="soc-2018")
    found = OccupationFilter(QueryDict(f"from_home={asked}"), today).qs
    assert [occupation.code for occupation in found] == [code]


def test_a_facet_counts_both(jobs):
    facets = {facet.title: facet for facet in occupation_facets(newest_yardstick(), QueryDict(""))}
    assert [(option.label, option.count) for option in facets["Can be done at home"].options] == [
        ("All of it", 1),
        ("None of it", 1),
    ]


def test_without_the_study_there_is_no_facet(db):
    make.OccupationFactory()
    titles = [facet.title for facet in occupation_facets(newest_yardstick(), QueryDict(""))]
    assert "Can be done at home" not in titles


@pytest.fixture
def rated():
    """Nurses at the 20th percentile of beta, by O*NET's code; paralegals at the 80th, by another study at the 10th."""
    group = make.OccupationFactory(code="23-2010", level="broad")
    nurses, paralegals = make.OccupationFactory(code="29-1141"), make.OccupationFactory(code="23-2011", parent=group)
    for job, percentile in ((nurses, 20), (paralegals, 80)):
        whole = make.OccupationFactory(onet=True, code=f"{job.code}.00", parent=job)
        make.ExposureFactory(occupation=whole, percentile=percentile)
    make.ExposureFactory(copilot=True, occupation=paralegals, percentile=10)
    return nurses, paralegals


BETA = "exposure-gpts/beta/people"
USE = "exposure-copilot/ai_applicability_score/both"


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        (f"exposure={BETA}", ["23-2011", "29-1141"]),
        (f"exposure={USE}", ["23-2011"]),
        (f"exposure={BETA}&exposure_min=50", ["23-2011"]),
        (f"exposure={BETA}&exposure_max=50", ["29-1141"]),
        (f"exposure={USE}&exposure_max=50", ["23-2011"]),
        ("exposure_min=50", ["23-2011"]),
    ],
)
def test_jobs_are_narrowed_by_one_measure_of_ai_exposure(rated, query, codes):
    found = OccupationFilter(QueryDict(query), Occupation.objects.filter(scheme="soc-2018").order_by("code")).qs
    assert [occupation.code for occupation in found] == codes


def test_a_facet_of_ai_exposure_names_its_measure(rated):
    facet = next(facet for facet in occupation_facets(newest_yardstick(), QueryDict("")) if "AI" in facet.title)
    assert facet.title == "AI exposure by Beta, rated by people (Eloundou, Manning, Mishkin and Rock)"
    assert [option.count for option in facet.options] == [1, 0, 0, 1]


def test_without_a_study_there_is_no_facet(jobs):
    assert not any("AI" in facet.title for facet in occupation_facets(newest_yardstick(), QueryDict("")))
