"""Guides and official figures, loaded by one command."""

import pytest
from django.core.management import call_command

from explore.claims import all_claims
from explore.models import CheckedClaim
from facts.models import Edition
from ingest.fixtures.files import fixture_called
from ingest.management.commands import load_guides
from tests.stages import FIXTURES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _first_guides(monkeypatch):
    monkeypatch.setattr(load_guides, "all_fixtures", lambda: [fixture_called(name) for name in FIXTURES])


def test_it_leaves_claims_checked():
    call_command("load", verbosity=0)
    found = {row.address: row.verdict for row in CheckedClaim.objects.all()}
    assert found == {claim.key: str(claim.verdict) for claim in all_claims()}
    assert "agrees" in found.values()


def test_claims_are_checked_in_the_guides_act_where_the_record_is_there():
    call_command("load_record", verbosity=0)
    call_command("load", verbosity=0)
    assert "agrees" in CheckedClaim.objects.values_list("verdict", flat=True)


def test_a_second_time_it_does_nothing():
    call_command("load", verbosity=0)
    before = Edition.objects.count()
    call_command("load", verbosity=0)
    assert Edition.objects.count() == before
