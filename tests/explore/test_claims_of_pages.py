"""What public pages do with official figures: other measures, other months, ends of a range, and no credit."""

from datetime import date

import pytest

from explore.claim_parts import ClaimPart
from explore.claims import all_claims
from explore.fact_check_verdict import FactCheckVerdict
from tests.factories import (
    OccupationFactory,
    OccupationMatchFactory,
    OutlookFactory,
    ReleaseFactory,
    SalaryFactory,
    SourceFactory,
    WageFactory,
)

pytestmark = pytest.mark.django_db

AGREES, CONTRADICTED = FactCheckVerdict.AGREES, FactCheckVerdict.CONTRADICTED
NOT_CHECKABLE, OTHER_VINTAGE = FactCheckVerdict.NOT_CHECKABLE, FactCheckVerdict.OTHER_VINTAGE
OTHER_MEASURE = FactCheckVerdict.OTHER_MEASURE
MAY_2010 = {"annual_median": 32_350, "annual_mean": 35_010, "annual_p10": 21_240, "annual_p90": 53_430}


@pytest.fixture
def match():
    return OccupationMatchFactory(occupation=OccupationFactory(code="29-2072", title="Medical Records Specialists"))


@pytest.fixture
def wage(match):
    """Make the record's national wage of a May."""
    source = SourceFactory(statistics=True)

    def make(year, **amounts):
        start, end = date(year, 5, 1), date(year, 5, 31)
        release = ReleaseFactory(
            source=source, slug=f"may-{year}", label=f"May {year}", period_start=start, period_end=end
        )
        nothing = dict.fromkeys(f"annual_{measure}" for measure in ("median", "mean", "p10", "p25", "p75", "p90"))
        return WageFactory(release=release, occupation=match.occupation, **nothing | amounts)

    return make


@pytest.fixture
def claim(match):
    """Make what a page says; it credits BLS unless told otherwise."""

    def make(**values):
        nothing = {"median": None, "marks": {}} | dict.fromkeys(("reference_start", "reference_end"))
        return SalaryFactory(**{"career": match.career, "attributed_to": "BLS"} | nothing | values)

    return make


def march(year):
    return {"reference_start": date(year, 3, 1), "reference_end": date(year, 3, 31)}


def only():
    (found,) = all_claims()
    return found


def test_a_survey_month_that_does_not_exist_is_told_from_the_one_that_does(wage, claim):
    wage(2010, **MAY_2010)
    claim(median=32_350, **march(2010))

    assert only().verdict is OTHER_VINTAGE
    assert "survey of that year is for May 2010, and not for March 2010: " in only().sentence
    assert "gives $32,350 for Medical Records Specialists (median pay, a year, May 2010)" in only().sentence


def test_another_number_for_a_month_that_does_not_exist_contradicts_nothing(wage, claim):
    wage(2010, **MAY_2010)
    claim(median=30_000, **march(2010))

    assert only().verdict is NOT_CHECKABLE
    assert "gives $32,350 for Medical Records Specialists" in only().sentence


def test_a_range_that_runs_from_percentile_to_percentile_is_of_another_measure(wage, claim):
    wage(2010, **MAY_2010)
    claim(low=21_240, high=53_430, attributed_to="")

    assert only().verdict is OTHER_MEASURE
    assert "from the 10th percentile to the 90th percentile of pay for Medical Records Specialists" in only().sentence


def test_a_credited_range_that_is_none_of_the_percentiles_cannot_be_checked(wage, claim):
    wage(2010, **MAY_2010)
    claim(low=21_240, high=53_000)

    assert only().verdict is NOT_CHECKABLE


def test_ends_of_two_releases_are_no_range(wage, claim):
    wage(2010, **MAY_2010)
    wage(2011, **MAY_2010 | {"annual_p10": 21_680, "annual_p90": 55_170})
    claim(low=21_240, high=55_170)

    assert only().verdict is NOT_CHECKABLE


def test_a_number_whose_measure_is_not_stated_may_be_a_median_or_a_mean(wage, claim):
    wage(2010, **MAY_2010)
    claim(amount=35_010)

    assert only().verdict is AGREES
    assert [part.part for part in only().parts] == [ClaimPart.NUMBER, ClaimPart.MEASURE, ClaimPart.WINDOW]


def test_a_number_whose_measure_is_not_stated_may_be_a_percentile(wage, claim):
    wage(2010, **MAY_2010)
    claim(amount=21_240)

    assert only().verdict is OTHER_MEASURE


@pytest.mark.parametrize("amount", [30_000, 60_000])
def test_a_number_whose_measure_is_not_stated_is_never_contradicted(wage, claim, amount):
    wage(2010, **MAY_2010)
    claim(amount=amount)

    assert only().verdict is NOT_CHECKABLE


def test_a_mean_of_one_year_called_a_median_of_another_is_of_another_year(wage, claim):
    wage(2010, **MAY_2010)
    wage(2015, annual_median=37_110)
    claim(median=35_010, reference_start=date(2015, 5, 1), reference_end=date(2015, 5, 31))

    assert only().verdict is OTHER_VINTAGE
    assert "$35,010 is the mean for Medical Records Specialists, May 2010" in only().sentence


def test_a_mean_called_a_median_of_a_year_that_is_not_loaded_is_of_another_year(wage, claim):
    wage(2010, **MAY_2010)
    claim(median=35_010, reference_start=date(2018, 5, 1), reference_end=date(2018, 5, 31))

    assert only().verdict is OTHER_VINTAGE


def test_a_page_that_credits_nobody_is_held_against_the_figure_that_it_took(wage, claim):
    wage(2010, **MAY_2010)
    claim(median=32_350, attributed_to="")

    assert only().verdict is AGREES
    assert "and credits nobody" in only().sentence


@pytest.mark.parametrize("median", [32_360, 32_000])
def test_a_page_that_credits_nobody_claims_nothing_of_the_record_otherwise(wage, claim, median):
    wage(2010, **MAY_2010 | {"annual_mean": 32_000})
    claim(median=median, attributed_to="")

    assert all_claims() == []


def test_without_a_year_a_number_between_two_releases_may_be_of_one_that_is_not_loaded(wage, claim):
    wage(2010, **MAY_2010)
    wage(2015, annual_median=37_110)
    claim(median=35_900)

    assert only().verdict is NOT_CHECKABLE
    assert "The nearest is $37,110 for Medical Records Specialists, May 2015" in only().sentence


def test_without_a_year_a_number_outside_all_releases_is_contradicted(wage, claim):
    wage(2010, **MAY_2010)
    wage(2015, annual_median=37_110)
    claim(median=47_190)

    assert only().verdict is CONTRADICTED


def test_an_old_figure_is_told_with_the_newest(wage, claim):
    wage(2010, **MAY_2010)
    wage(2015, annual_median=37_110)
    claim(median=32_350, reference_start=date(2010, 5, 1), reference_end=date(2010, 5, 31))

    assert only().verdict is AGREES
    assert "It is old: the newest is $37,110 for Medical Records Specialists, May 2015." in only().sentence


class TestJobs:
    @pytest.fixture(autouse=True)
    def _record(self, wage, match):
        wage(2016, employment=206_300)
        OutlookFactory(
            of_occupation=True,
            occupation=match.occupation,
            start_year=2016,
            end_year=2026,
            employment_start=206_600,
            employment_end=234_100,
        )

    @pytest.fixture
    def jobs(self, match):
        def make(count, **when):
            nothing = {"growth_percent": None, "growth_words": "", "marks": {}}
            return OutlookFactory(
                career=match.career, attributed_to="BLS", employment_start=count, projected=False, **nothing, **when
            )

        return make

    def test_jobs_of_a_year_are_those_at_the_start_of_a_projection(self, jobs):
        jobs(206_600, reference_start=date(2016, 1, 1), reference_end=date(2016, 12, 31))

        assert only().verdict is AGREES

    def test_jobs_of_a_month_are_those_of_the_survey(self, jobs):
        jobs(206_300, reference_start=date(2016, 5, 1), reference_end=date(2016, 5, 31))

        assert only().verdict is AGREES

    def test_jobs_at_the_end_are_no_jobs_at_the_start(self, jobs):
        jobs(234_100, reference_start=date(2016, 1, 1), reference_end=date(2016, 12, 31))

        assert only().verdict is CONTRADICTED

    def test_official_jobs_are_rounded_no_further_than_to_hundreds(self, jobs, match):
        OutlookFactory(
            of_occupation=True,
            occupation=match.occupation,
            release__slug="2023-33",
            start_year=2023,
            end_year=2033,
            employment_start=15_000,
        )
        jobs(15_500, reference_start=date(2023, 1, 1), reference_end=date(2023, 12, 31))

        assert only().verdict is CONTRADICTED
