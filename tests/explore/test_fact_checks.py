"""Guides' claims held against the record."""

from datetime import date
from decimal import Decimal

import pytest

from explore.fact_check_verdict import FactCheckVerdict
from explore.fact_checks import check_facts
from tests.factories import (
    CrosswalkFactory,
    IndustryFactory,
    OccupationFactory,
    OccupationMatchFactory,
    OutlookFactory,
    ReleaseFactory,
    SalaryFactory,
    SourceFactory,
    WageFactory,
)

pytestmark = pytest.mark.django_db


def may(year):
    return {"reference_start": date(year, 5, 1), "reference_end": date(year, 5, 31)}


@pytest.fixture
def oews():
    return SourceFactory(statistics=True)


@pytest.fixture
def projections():
    return SourceFactory(
        slug="projections", publisher="US Bureau of Labor Statistics", kind="statistics", also_called=["BLS"]
    )


@pytest.fixture
def specialists():
    return OccupationFactory(code="29-2072", title="Medical Records Specialists")


@pytest.fixture
def match(specialists):
    return OccupationMatchFactory(occupation=specialists)


@pytest.fixture
def wage(oews, specialists):
    """Make the record's national wage of a May: `wage(2023, median=48_780)`."""

    def make(year, *, occupation=specialists, median=48_780, mean=53_690):
        start, end = may(year).values()
        release = ReleaseFactory(
            source=oews, slug=f"may-{year}", label=f"May {year}", period_start=start, period_end=end
        )
        return WageFactory(release=release, occupation=occupation, annual_median=median, annual_mean=mean)

    return make


@pytest.fixture
def claim(match):
    """Make what a guide says BLS said: `claim(median=47_190, **may(2023))`."""

    def make(**said):
        return SalaryFactory(career=match.career, attributed_to="BLS", **said)

    return make


def only():
    (check,) = check_facts()
    return check


def test_a_claim_that_the_release_bears_out_agrees(wage, claim):
    wage(2023)
    claim(median=48_780, **may(2023))

    assert only().verdict is FactCheckVerdict.AGREES


def test_a_claim_rounded_as_it_is_printed_agrees(wage, claim):
    wage(2023)
    claim(median=49_000, as_printed="$49k", **may(2023))

    assert only().verdict is FactCheckVerdict.AGREES


def test_a_claim_that_no_release_bears_out_is_contradicted_with_the_nearest_vintage(wage, claim):
    wage(2022, median=47_180)
    wage(2023, median=48_780)
    claim(median=47_190, **may(2023))

    check = only()

    assert check.verdict is FactCheckVerdict.CONTRADICTED
    assert check.official.value == 48_780
    assert check.difference == Decimal(47_190 - 48_780)
    assert (check.nearest.value, check.nearest.period_text) == (47_180, "May 2022")
    assert "not $47,190" in check.sentence
    assert "$47,180 for May 2022, $10 away" in check.sentence


def test_a_claim_that_is_exactly_another_releases_figure_is_of_another_vintage(wage, claim):
    wage(2022, median=47_180)
    wage(2023, median=48_780)
    claim(median=47_180, **may(2023))

    assert only().verdict is FactCheckVerdict.OTHER_VINTAGE


def test_a_mean_called_a_median_is_of_another_measure(wage, claim):
    wage(2023, median=48_780, mean=53_690)
    claim(median=53_690, **may(2023))

    assert only().verdict is FactCheckVerdict.OTHER_MEASURE


def test_a_claim_for_a_period_without_release_cannot_be_checked_and_says_what_it_would_take(wage, claim):
    wage(2023)
    claim(median=47_190, **may(2019))

    check = only()

    assert check.verdict is FactCheckVerdict.NOT_CHECKABLE
    assert check.needs == "Occupational Employment and Wage Statistics, May 2019"


def test_a_claim_for_an_industry_is_not_held_against_all_industries(wage, claim):
    wage(2015, mean=106_070)
    claim(median=None, mean=161_530, industry=IndustryFactory(name="Pharmaceutical manufacturing"), **may(2015))

    check = only()

    assert check.verdict is FactCheckVerdict.NOT_CHECKABLE
    assert "for Pharmaceutical manufacturing" in check.needs


def test_a_whole_year_is_answered_by_the_survey_of_its_may(wage, claim):
    wage(2015, mean=40_430)
    claim(median=None, mean=40_430, reference_start=date(2015, 1, 1), reference_end=date(2015, 12, 31))

    assert only().verdict is FactCheckVerdict.AGREES


def test_a_claim_is_held_against_the_code_that_the_occupation_came_from(wage, claim, specialists):
    before = OccupationFactory(code="29-2071", soc_2010=True)
    CrosswalkFactory(from_occupation=before, to_occupation=specialists)
    wage(2015, occupation=before, mean=40_430)
    claim(median=None, mean=40_430, **may(2015))

    check = only()

    assert check.verdict is FactCheckVerdict.AGREES
    assert check.official.subject.code == "soc-2010:29-2071"


def test_growth_without_its_years_is_held_against_every_projection(match, projections, specialists):
    for start, growth in ((2023, "8.7"), (2024, "7.1")):
        release = ReleaseFactory(source=projections, slug=f"{start}-{start - 1990}")
        OutlookFactory(
            career=None, occupation=specialists, source=projections, release=release,
            growth_percent=growth, start_year=start, end_year=start + 10,
        )  # fmt: skip
    OutlookFactory(career=match.career, attributed_to="BLS", growth_percent=7, start_year=None, end_year=None)

    check = next(each for each in check_facts() if each.claim.quantity == "growth")

    assert check.verdict is FactCheckVerdict.AGREES
    assert check.official.period_text == "2024 to 2034"


def test_a_release_that_is_not_ready_checks_nothing(wage, claim):
    cell = wage(2023)
    cell.release.state = "importing"
    cell.release.save()
    claim(median=48_780, **may(2023))

    assert only().verdict is FactCheckVerdict.NOT_CHECKABLE


def test_a_claim_credited_to_nobody_official_is_not_checked(wage, match):
    wage(2023)
    SalaryFactory(career=match.career, **may(2023))
    SalaryFactory(career=match.career, attributed_to="a recruiter", **may(2023))

    assert not check_facts()


def test_the_number_of_queries_does_not_grow_with_the_claims(wage, claim, django_assert_max_num_queries):
    wage(2023)
    for median in range(47_000, 47_400, 20):
        claim(median=median, **may(2023))

    with django_assert_max_num_queries(7):
        assert len(check_facts()) == 20


@pytest.mark.parametrize(
    ("address", "code", "verdict"),
    [
        ("himalayas-mra-median#median", "29-2072", FactCheckVerdict.CONTRADICTED),
        ("himalayas-mra-growth#growth_percent", "29-2072", FactCheckVerdict.AGREES),
        ("himalayas-mra-openings#openings_per_year", "29-2072", FactCheckVerdict.CONTRADICTED),
        ("himalayas-mra-openings#openings_per_year", "29-9021", FactCheckVerdict.CONTRADICTED),
        ("himalayas-mra-openings#openings_per_year", "11-9111", FactCheckVerdict.CONTRADICTED),
    ],
)
def test_the_himalayas_guide_held_against_the_record(guides, db, address, code, verdict):
    checks = {(check.claim.address, check.match.occupation.code): check for check in check_facts()}

    assert checks[address, code].verdict is verdict


def test_the_study_com_means_agree_and_its_growth_cannot_be_checked(guides, db):
    checks = [check for check in check_facts() if check.claim.publisher == "Study.com"]
    by_value = {(check.claim.value_text, check.verdict) for check in checks}

    assert by_value == {
        ("$40,430", FactCheckVerdict.AGREES),
        ("$106,070", FactCheckVerdict.AGREES),
        ("$161,530", FactCheckVerdict.NOT_CHECKABLE),
        ("+15 %", FactCheckVerdict.NOT_CHECKABLE),
        ("+17 %", FactCheckVerdict.NOT_CHECKABLE),
    }
