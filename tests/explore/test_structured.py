"""A guide in the words of schema.org: numbers keep their meaning on the way."""

import json

import pytest

from explore.jobs import find_career_job, find_job, read_job
from explore.structured import script_json, structured_job
from tests.factories import (
    CareerFactory,
    OccupationFactory,
    OccupationMatchFactory,
    ReleaseFactory,
    ResponsibilityFactory,
    SalaryFactory,
    TaskFactory,
    WageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def career():
    return CareerFactory(slug="keeper", title="Records Keeper")


def structured(career) -> dict:
    return structured_job(read_job(find_career_job(career.slug)), "https://rungs.example")


def test_it_names_the_occupation_its_page_and_what_one_does(career):
    ResponsibilityFactory(career=career, label="Auditing charts")
    found = structured(career)
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Occupation")
    assert (found["name"], found["description"]) == ("Records Keeper", career.summary)
    assert found["mainEntityOfPage"] == "https://rungs.example/careers/keeper/"
    assert found["responsibilities"] == ["Auditing charts"]


def test_a_median_is_a_distribution_and_a_mean_is_an_amount_that_says_so(career):
    SalaryFactory(career=career, median=47_190, mean=50_000)
    distribution, mean = structured(career)["estimatedSalary"]
    assert (distribution["@type"], distribution["median"]) == ("MonetaryAmountDistribution", 47190)
    assert (distribution["currency"], distribution["duration"]) == ("USD", "P1Y")
    assert mean["@type"] == "MonetaryAmount"
    assert mean["name"].startswith("Mean pay, a year")
    assert mean["value"] == {"@type": "QuantitativeValue", "value": 50000, "unitText": "YEAR"}


def test_a_mean_is_never_a_median(career):
    SalaryFactory(career=career, median=None, mean=40_430)
    (mean,) = structured(career)["estimatedSalary"]
    assert "median" not in mean
    assert mean["@type"] != "MonetaryAmountDistribution"


def test_an_open_end_is_no_maximum_and_a_range_no_distribution(career):
    SalaryFactory(career=career, open_ended=True)
    (amount,) = structured(career)["estimatedSalary"]
    assert amount["value"] == {"@type": "QuantitativeValue", "minValue": 30000, "unitText": "YEAR"}


def test_the_record_of_its_occupations_comes_with_percentiles_and_without_lower_bounds(career):
    match = OccupationMatchFactory(career=career, occupation__code="29-2072")
    WageFactory(occupation=match.occupation, top_coded=True)
    found = structured(career)
    yearly = next(each for each in found["estimatedSalary"] if each.get("duration") == "P1Y")
    assert (yearly["percentile10"], yearly["median"]) == (35780, 50250)
    assert "percentile90" not in yearly
    assert found["occupationalCategory"] == ["29-2072"]


def test_pay_of_rungs_abroad_of_an_industry_and_what_is_deprecated_are_left_out(career):
    SalaryFactory(career=career, by_level=True)
    SalaryFactory(career=career, abroad=True)
    SalaryFactory(career=career, by_industry=True)
    SalaryFactory(career=career, rank="deprecated", rank_reason="Withdrawn.")
    assert "estimatedSalary" not in structured(career)


def test_it_may_stand_inside_a_script_element():
    data = {"name": "</script><script>alert(1)</script> & “quotes”"}
    text = script_json(data)
    assert not set("<>&") & set(text)
    assert json.loads(text) == data


def test_a_job_without_a_guide_is_told_from_the_record():
    occupation = OccupationFactory(code="29-2072", title="Medical Records Specialists")
    whole = OccupationFactory(onet=True, code="29-2072.00", parent=occupation)
    WageFactory(occupation=occupation, release=ReleaseFactory(year=2024))
    TaskFactory(occupation=whole, release=ReleaseFactory(onet=True), statement="Codes charts.")
    found = structured_job(read_job(find_job("29-2072")), "https://rungs.example")
    assert (found["name"], found["occupationalCategory"]) == ("Medical Records Specialists", ["29-2072"])
    assert found["responsibilities"] == ["Codes charts."]
    assert found["estimatedSalary"][0]["median"] == 50250
