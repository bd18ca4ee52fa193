"""Guides' claims held against the record."""

from datetime import date
from decimal import Decimal

import pytest

from explore.claims import all_claims
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
    assert "nearest figure for Medical Records Specialists is $47,180, May 2022: $10 away" in check.sentence


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
    OutlookFactory(career=match.career, attributed_to="BLS", growth_percent=7, growth_words="")

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

    with django_assert_max_num_queries(9):
        assert len(check_facts()) == 20


class TestAGroupThatIsOnlyNear:
    @pytest.fixture
    def near(self, match, oews):
        managers = OccupationFactory(code="11-9111", title="Medical and Health Services Managers")
        return OccupationMatchFactory(career=match.career, occupation=managers, match="related", position=2)

    def test_never_makes_a_claim_contradicted(self, wage, claim, near):
        wage(2023, median=48_780)
        wage(2023, occupation=near.occupation, median=52_000)
        claim(median=48_780, **may(2023))

        assert [check.verdict for check in check_facts()] == [FactCheckVerdict.AGREES, FactCheckVerdict.NEAR]

    def test_is_shown_with_its_own_figure_and_name(self, wage, claim, near):
        wage(2023, occupation=near.occupation, median=52_000)
        claim(median=48_780, **may(2023))

        check = check_facts()[1]

        assert "$52,000 for Medical and Health Services Managers" in check.sentence
        assert "settles nothing" in check.sentence


class TestTheNearestFigure:
    def test_is_not_of_a_code_that_counted_other_jobs_too(self, wage, claim, specialists):
        before = OccupationFactory(code="29-2071", soc_2010=True)
        CrosswalkFactory(from_occupation=before, to_occupation=specialists)
        CrosswalkFactory(from_occupation=before, to_occupation=OccupationFactory(code="29-9021"))
        wage(2015, occupation=before, median=47_000)
        wage(2023, median=48_780)
        claim(median=47_190, **may(2023))

        assert only().nearest.value == 48_780

    def test_is_of_a_code_that_was_carried_over_whole(self, wage, claim, specialists):
        before = OccupationFactory(code="29-2071", soc_2010=True, title="Records Technicians")
        CrosswalkFactory(from_occupation=before, to_occupation=specialists)
        wage(2015, occupation=before, median=47_000)
        wage(2023, median=48_780)
        claim(median=47_190, **may(2023))

        assert "The nearest figure for Records Technicians is $47,000, May 2015" in only().sentence

    def test_several_codes_that_an_occupation_came_from_answer_nothing(self, wage, claim, specialists):
        for code in ("29-2071", "29-9099"):
            before = OccupationFactory(code=code, soc_2010=True)
            CrosswalkFactory(from_occupation=before, to_occupation=specialists)
            wage(2015, occupation=before, mean=50_000)
        claim(median=None, mean=40_430, **may(2015))

        check = only()

        assert (check.verdict, check.nearest) == (FactCheckVerdict.NOT_CHECKABLE, None)


class TestWhyNothingAnswers:
    def test_a_figure_that_the_publisher_withholds(self, wage, claim, oews):
        cell = wage(2023, median=None)
        cell.marks = {"annual_median": {"suppressed": True}}
        cell.save()
        claim(median=48_780, **may(2023))

        assert only().parts[0].message.kind == "withheld"

    def test_a_release_that_is_here_without_the_group(self, wage, claim):
        wage(2022)
        wage(2023, occupation=OccupationFactory())
        claim(median=48_780, **may(2023))

        check = only()

        assert check.parts[0].message.kind == "not_published"
        assert check.needs == ""

    def test_a_release_that_is_not_here(self, wage, claim):
        wage(2022)
        claim(median=48_780, **may(2023))

        assert only().parts[0].message.kind == "not_loaded"


def found(address):
    return next(claim for claim in all_claims() if claim.key == address)


def parts(address):
    return {str(part.part): str(part.verdict) for part in found(address).parts}


class TestTheHimalayasGuide:
    @pytest.fixture(autouse=True)
    def _guides(self, guides, db):
        pass

    def test_its_median_is_contradicted_by_the_group_it_is_counted_in(self):
        claim = found("himalayas-mra-median#median")

        assert claim.verdict is FactCheckVerdict.CONTRADICTED
        assert (claim.official.value, claim.official.subject.code) == (48_780, "soc-2018:29-2072")
        assert "Medical Records Specialists is $47,180, May 2022: $10 away" in claim.sentence

    def test_its_growth_agrees_in_number_and_not_in_words(self):
        address = "himalayas-mra-growth#growth_percent"

        assert found(address).verdict is FactCheckVerdict.CONTRADICTED
        assert parts(address) == {"number": "agrees", "words": "contradicted", "window": "not_checkable"}
        assert "+7.1% for Medical Records Specialists, 2024 to 2034" in found(address).sentence
        assert "all occupations together have +3.1%, is “much faster than average”" in found(address).sentence

    def test_its_openings_are_contradicted(self):
        claim = found("himalayas-mra-openings#openings_per_year")

        assert parts(claim.key) == {"openings": "contradicted", "window": "not_checkable"}
        assert (claim.official.value, claim.deciding.nearest.value) == (14_200, 15_000)

    def test_three_claims_are_contradicted_and_none_by_a_near_group(self):
        contradicted = [claim for claim in all_claims() if claim.verdict is FactCheckVerdict.CONTRADICTED]

        assert {claim.publisher for claim in contradicted} == {"Himalayas"}
        assert len(contradicted) == 3
        assert {check.match.is_counted for claim in contradicted for check in claim.checks} == {True}


class TestTheStudyGuide:
    @pytest.fixture(autouse=True)
    def _guides(self, guides, db):
        pass

    def test_its_means_agree_and_its_growth_is_not_loaded(self):
        claims = [claim for claim in all_claims() if claim.publisher == "Study.com"]

        assert {(claim.text, str(claim.verdict)) for claim in claims} == {
            ("$40,430", "agrees"),
            ("$106,070", "agrees"),
            ("$161,530", "not_checkable"),
            ("+17%", "not_checkable"),
            ("+15%, much faster than average", "not_checkable"),
            ("+15%, relatively good", "not_checkable"),
            ("+17%, much faster than average", "not_checkable"),
            ("associate's degree and/or certification", "not_checkable"),
        }

    def test_its_pay_in_an_industry_names_the_release_that_it_needs(self):
        claim = next(claim for claim in all_claims() if claim.text == "$161,530")

        assert parts(claim.key)["industry"] == "not_checkable"
        assert claim.needs.startswith("Occupational Employment and Wage Statistics, May 2015, for ")

    def test_its_education_needs_the_projections(self):
        claim = next(claim for claim in all_claims() if claim.quantity == "education")

        assert claim.needs == "typical entry education of the Employment Projections for 29-2072"
