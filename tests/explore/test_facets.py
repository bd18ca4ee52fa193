"""How many rows each further choice would leave."""

import pytest
from django.http import QueryDict

from explore.facets import career_facets, occupation_facets
from explore.filters.careers import CareerFilter
from explore.reference_releases import newest_yardstick
from tests import factories as make

pytestmark = pytest.mark.django_db


def counts(asked="", facets=career_facets):
    found = facets(newest_yardstick(), QueryDict(asked))
    return {facet.parameters[0]: {option.label: option.count for option in facet.options} for facet in found}


def career(*, median, growth, **more):
    found = make.CareerFactory(**more)
    occupation = make.OccupationMatchFactory(career=found).occupation
    make.WageFactory(
        occupation=occupation, annual_median=median, annual_p75=None, annual_p90=None, annual_p25=None, annual_p10=None
    )
    make.OutlookFactory(of_occupation=True, occupation=occupation, growth_percent=growth)
    return found


@pytest.fixture
def stage():
    databases = make.FieldFactory(slug="databases", name="Databases")
    career(median=104_620, growth="-0.7", field=databases)
    clerk = career(median=51_140, growth="7.1")
    make.RequirementFactory(career=clerk, credentials=[make.CredentialFactory(associate=True)])
    make.RequirementFactory(career=clerk, credentials=[make.CredentialFactory(associate=True)])


def test_careers_are_counted_by_field_pay_schooling_and_growth(stage):
    found = counts()
    assert found["field"] == {"Databases": 1, "Health records": 1}
    assert list(found["median_min"].values()) == [0, 1, 0, 1]
    assert found["education"] == {"Associate’s degree": 1}
    assert list(found["growth_min"].values()) == [1, 0, 1, 0]


def test_a_choice_counts_in_the_other_facets_and_not_in_its_own(stage):
    found = counts("field=databases")
    assert found["field"] == {"Databases": 1, "Health records": 1}
    assert list(found["median_min"].values()) == [0, 0, 0, 1]
    assert found["education"] == {"Associate’s degree": 0}


def test_what_makes_no_sense_counts_as_if_it_were_not_asked(stage):
    assert counts("median_min=abc&growth_max=%00&field=nope") == counts()


def test_every_option_leaves_as_many_careers_as_it_says(stage):
    yardstick = newest_yardstick()
    for facet in career_facets(yardstick, QueryDict()):
        for option in facet.options:
            asked = QueryDict(mutable=True)
            asked.update({name: value for name, value in option.values.items() if value})
            assert CareerFilter(asked, yardstick.careers()).qs.count() == option.count, option


def test_occupations_are_counted_by_classification_pay_and_growth(stage):
    make.OccupationFactory(soc_2010=True)
    found = counts(facets=occupation_facets)
    assert found["scheme"] == {"SOC 2018": 2, "SOC 2010": 1}
    assert list(found["median_min"].values()) == [0, 1, 0, 1]


def test_an_older_classification_is_counted_whatever_pay_is_asked_for(stage):
    make.OccupationFactory(soc_2010=True)
    assert counts("median_min=100000", facets=occupation_facets)["scheme"] == {"SOC 2018": 2, "SOC 2010": 1}
