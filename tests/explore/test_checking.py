"""What is kept of claims and disagreements is what they come to now, after every act that publishes."""

from collections import Counter
from datetime import date

import pytest
from django.core.management import call_command

from explore.claims import all_claims
from explore.disagreements import all_disagreements
from explore.models import CheckedClaim, CheckedPublisher, ClaimCheck, ClaimTotal, FoundDisagreement
from facts.actions import publishing, restore, withdraw
from facts.derived import put_off
from facts.models import Edition
from ingest.releases.refusal import ImportRefused
from tests.checked import check_everything
from tests.factories import (
    CareerFactory,
    CrosswalkFactory,
    OccupationFactory,
    OccupationMatchFactory,
    ReleaseFactory,
    SalaryFactory,
    SourceFactory,
    WageFactory,
)

pytestmark = pytest.mark.django_db
MAY_2023 = {"reference_start": date(2023, 5, 1), "reference_end": date(2023, 5, 31)}


def kept() -> dict:
    """Verdict and sentence of what is kept, by address; it fails unless a new check of everything says the same."""
    found = {row.address: (row.verdict, row.claim.sentence) for row in CheckedClaim.objects.all()}
    assert found == {claim.key: (str(claim.verdict), claim.sentence) for claim in all_claims()}
    assert_counted()
    disagreements = {row.disagreement for row in FoundDisagreement.objects.all()}
    assert disagreements == {*all_disagreements()}
    return {address: verdict for address, (verdict, _) in found.items()}


def assert_counted() -> None:
    """The kept numbers of claims are those of the claims."""
    claims = Counter(CheckedClaim.objects.values_list("publisher", "verdict", "quantity"))
    totals = ClaimTotal.objects.of_claims().values_list("publisher", "verdict", "quantity", "claims")
    assert {tuple(kind): count for *kind, count in totals} == claims
    groups = ClaimCheck.objects.filter(is_counted=True).values_list("code", "title")
    assert {(code, title): count for code, title, count in ClaimTotal.objects.by_group({})} == Counter(groups)
    guides = {*CheckedClaim.objects.values_list("publisher", "source_slug")}
    counted = dict(CheckedPublisher.objects.values_list("name", "guides"))
    assert counted == Counter(publisher for publisher, _ in guides)


def publish(row, *, act=Edition.Act.EDIT, note="changed"):
    with publishing(act=act, reason="A test.") as publication:
        if note == "removed":
            publication.removed(row)
            row.delete()
        else:
            row.save()
            getattr(publication, note)(row)


@pytest.fixture
def oews():
    return SourceFactory(statistics=True)


@pytest.fixture
def may_2023(oews):
    return ReleaseFactory(source=oews, year=2023)


@pytest.fixture
def claim(oews, may_2023):
    match = OccupationMatchFactory(career__slug="keeper", occupation__code="29-2072")
    WageFactory(release=may_2023, occupation=match.occupation, annual_median=48_780)
    row = SalaryFactory(key="claim", career=match.career, median=48_780, attributed_to="BLS", **MAY_2023)
    check_everything()
    return row


@pytest.fixture
def other(claim):
    match = OccupationMatchFactory(career__slug="other", occupation__code="11-9111")
    row = SalaryFactory(key="other", career=match.career, median=50_000, attributed_to="BLS", **MAY_2023)
    check_everything()
    return row


def test_an_edit_is_seen_and_other_claims_are_not_checked_again(claim, other):
    before = CheckedClaim.objects.get(address="other#median").pk
    claim.median = 20_000
    publish(claim)
    assert kept() == {"claim#median": "contradicted", "other#median": "not_checkable"}
    assert CheckedClaim.objects.get(address="other#median").pk == before


def test_a_claim_that_is_removed_is_kept_no_more(claim, other):
    publish(claim, note="removed")
    assert kept() == {"other#median": "not_checkable"}


def test_a_claim_that_another_career_takes_over_is_kept_once(claim, other):
    claim.career = other.career
    publish(claim)
    assert kept() == {"claim#median": "not_checkable", "other#median": "not_checkable"}


def test_claims_of_one_kind_are_counted_together(claim):
    more = SalaryFactory.create_batch(
        2, career=claim.career, source=claim.source, median=48_780, attributed_to="BLS", **MAY_2023
    )
    for row in more:
        publish(row, note="created")
        kept()
    assert ClaimTotal.objects.of_claims().get(publisher=claim.source.publisher).claims == 3
    publish(more[0], note="removed")
    kept()


def test_a_guide_that_makes_claims_of_two_careers_is_counted_until_the_last_is_gone(claim, other):
    other.source = claim.source
    publish(other)
    kept()
    publish(claim, note="removed")
    kept()
    assert CheckedPublisher.objects.get(name=claim.source.publisher).guides == 1
    publish(other, note="removed")
    assert kept() == {}
    assert not CheckedPublisher.objects.exists()


def test_an_import_settles_the_claims_for_its_time(claim, other, may_2023):
    occupation = other.career.matches.get().occupation
    WageFactory(release=may_2023, occupation=occupation, annual_median=50_000)
    publish(may_2023, act=Edition.Act.IMPORT)
    assert kept() == {"claim#median": "agrees", "other#median": "agrees"}


def test_an_import_for_another_time_names_the_nearest_figure(claim, oews):
    claim.median = 47_190
    publish(claim)
    may_2022 = ReleaseFactory(source=oews, year=2022)
    WageFactory(release=may_2022, occupation=claim.career.matches.get().occupation, annual_median=47_180)
    publish(may_2022, act=Edition.Act.IMPORT)
    assert kept() == {"claim#median": "contradicted"}
    assert "$47,180, May 2022: $10 away" in CheckedClaim.objects.get().claim.sentence


def test_an_import_for_another_time_leaves_what_agrees_as_it_is(claim, oews):
    before = CheckedClaim.objects.get().pk
    may_2022 = ReleaseFactory(source=oews, year=2022)
    WageFactory(release=may_2022, occupation=claim.career.matches.get().occupation, annual_median=47_180)
    publish(may_2022, act=Edition.Act.IMPORT)
    assert kept() == {"claim#median": "agrees"}
    assert CheckedClaim.objects.get().pk == before


def test_a_release_that_is_withdrawn_and_restored_is_seen(claim, may_2023):
    withdraw(may_2023, because="Wrong.")
    assert kept() == {"claim#median": "not_checkable"}
    may_2023.refresh_from_db()
    restore(may_2023)
    assert kept() == {"claim#median": "agrees"}


def test_an_occupation_with_another_name_is_seen(claim):
    occupation = claim.career.matches.get().occupation
    occupation.title = "Keepers of Records"
    publish(occupation)
    assert kept() == {"claim#median": "agrees"}
    assert CheckedClaim.objects.get().groups.get().title == "Keepers of Records"


def test_another_name_of_the_publisher_is_seen(claim, oews):
    claim.attributed_to = "the Bureau"
    publish(claim)
    assert kept() == {}
    oews.also_called = ["the Bureau"]
    publish(oews)
    assert kept() == {"claim#median": "agrees"}


def test_a_crosswalk_leads_to_the_figures_of_former_codes(other, may_2023):
    before = OccupationFactory(code="11-9110", soc_2010=True)
    WageFactory(release=may_2023, occupation=before, annual_median=50_000)
    crosswalk = CrosswalkFactory(from_occupation=before, to_occupation=other.career.matches.get().occupation)
    publish(crosswalk, note="created")
    assert kept()["other#median"] == "agrees"
    publish(crosswalk, note="removed")
    assert kept()["other#median"] == "not_checkable"


class TestManyActs:
    """Where many follow each other, as when the record is loaded."""

    @pytest.fixture
    def of_2023(self, other, may_2023):
        occupation = other.career.matches.get().occupation
        WageFactory(release=may_2023, occupation=occupation, annual_median=50_000)
        return may_2023

    def test_claims_are_checked_in_the_last_one(self, other, of_2023):
        with put_off() as waiting:
            publish(of_2023, act=Edition.Act.IMPORT)
            assert CheckedClaim.objects.get(address="other#median").verdict == "not_checkable"
            waiting.is_last = True
            publish(of_2023.source)
            assert kept()["other#median"] == "agrees"

    def test_claims_are_checked_at_the_end_where_the_last_one_fails(self, other, of_2023):
        def load():
            with put_off() as waiting:
                publish(of_2023, act=Edition.Act.IMPORT)
                waiting.is_last = True
                raise ImportRefused("It is broken.")

        with pytest.raises(ImportRefused):
            load()
        assert kept()["other#median"] == "agrees"

    def test_nothing_is_checked_where_nothing_was_published(self, other):
        before = CheckedClaim.objects.get(address="other#median").pk
        with put_off():
            pass
        assert CheckedClaim.objects.get(address="other#median").pk == before


class TestDisagreements:
    @pytest.fixture
    def pair(self):
        source, career = SourceFactory(), CareerFactory(slug="keeper")
        rows = [SalaryFactory(career=career, source=source, median=median) for median in (38_000, 52_000)]
        check_everything()
        return rows

    def test_one_that_an_edit_ends_is_kept_no_more(self, pair):
        pair[0].median = 52_000
        publish(pair[0])
        kept()
        assert not FoundDisagreement.objects.exists()

    def test_one_about_an_occupation_may_be_between_guides_to_two_careers(self, pair):
        occupation = OccupationFactory(code="29-2072")
        for row, career in zip(pair, (CareerFactory(), CareerFactory()), strict=True):
            row.career, row.about = career, occupation
            publish(row)
        kept()
        assert FoundDisagreement.objects.count() == 1
        publish(pair[1], note="removed")
        kept()
        assert not FoundDisagreement.objects.exists()


def test_the_command_checks_everything_again(claim):
    CheckedClaim.objects.all().delete()
    call_command("check_claims", verbosity=0)
    assert kept() == {"claim#median": "agrees"}
