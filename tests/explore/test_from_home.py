"""Occupations narrowed by whether their work can be done at home."""

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
