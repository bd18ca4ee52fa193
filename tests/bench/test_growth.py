from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.growth import OF_ALL, OF_SOME
from bench.synthetic import keep_careers, make_guides
from careers.models import Career
from explore.models import CheckedClaim, CheckedPublisher, ClaimCheck, ClaimTotal, FoundDisagreement
from facts.models import Change
from tests.checked import check_everything

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.long]
FEW, MORE = 80, 160
ADDRESSES = [
    *OF_ALL.values(),
    *(OF_SOME[name] for name in ("job page", "browse", "A to Z", "API career", "API fact checks")),
    "/api/v1/claims/?page_size=20",
    "/api/v1/disagreements/?page_size=20",
]


@contextmanager
def rows_read():
    rows = []
    connection.ensure_connection()
    connection.connection.row_factory = lambda cursor, row: rows.append(row) or row
    try:
        yield rows
    finally:
        connection.connection.row_factory = None


def read_for(client, address):
    client.get(address)  # what is kept for an edition is made
    with CaptureQueriesContext(connection) as queries, rows_read() as rows:
        assert client.get(address).status_code == 200
    return len(queries), len(rows)


@pytest.mark.parametrize("address", ADDRESSES)
def test_twice_as_many_guides_ask_as_many_queries_and_read_no_more_rows(address, guides, client):
    make_guides(FEW)
    queries, rows = read_for(client, address)
    make_guides(MORE)
    assert Career.objects.count() == MORE
    again, more = read_for(client, address)
    assert again == queries
    assert more <= rows


def derived():
    return {
        "claims": {*CheckedClaim.objects.values_list("address", "career_slug", "source_slug", "verdict", "share_off")},
        "checks": {*ClaimCheck.objects.values_list("claim", "position", "code", "match", "verdict")},
        "disagreements": {*FoundDisagreement.objects.values_list("key", "subject_code", "careers")},
        "totals": {*ClaimTotal.objects.values_list("publisher", "verdict", "quantity", "code", "claims")},
        "publishers": {*CheckedPublisher.objects.values_list("name", "guides")},
    }


def test_what_is_kept_of_synthetic_guides_is_what_they_come_to(guides):
    make_guides(FEW)
    copied = derived()
    assert len(copied["claims"]) > FEW
    check_everything()
    assert derived() == copied


def test_a_few_careers_can_be_kept_of_many(guides):
    make_guides(FEW)
    keep_careers(["medical-records-administrator"])
    assert Career.objects.get().slug == "medical-records-administrator"
    kept = derived()
    assert kept["claims"]
    check_everything()
    assert derived() == kept
    assert {*Change.objects.exclude(career_slug="").values_list("career_slug", flat=True)} == {
        "medical-records-administrator"
    }
