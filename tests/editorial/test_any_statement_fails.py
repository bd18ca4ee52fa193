"""Whatever statement of publishing fails, all of it is public, or nothing and the draft waits."""

import pytest
from django.db import DatabaseError
from hypothesis import settings

from careers.models import Point
from editorial.drafting.diff import digest
from editorial.drafting.workflow import hand_in, publish
from editorial.models import Draft
from facts.actions import restore, withdraw
from facts.models import Edition, Release
from tests.editorial.rows import draft_change, draft_new_row, draft_removal
from tests.factories import AccountFactory, CareerFactory, PointFactory, SalaryFactory, WageFactory
from tests.faults import everything, failing_at, numbers_of_statements

pytestmark = [
    pytest.mark.long,
    pytest.mark.thorough,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("review"),
]
IS_LONG = settings.default.max_examples > 1_000


def until_all_is_done(act, monkeypatch) -> int:
    """Do it until no statement fails; gives how often one did."""
    before = everything()
    for failures, number in enumerate(numbers_of_statements(every=IS_LONG)):
        try:
            with failing_at(number, monkeypatch):
                act()
        except DatabaseError:
            assert everything() == before, f"statement {number} left something"
        else:
            return failures
    raise AssertionError("there is always a last statement")


@pytest.fixture
def draft(transactional_db):
    """A change, a new row and a removal, handed in."""
    author, salary, career = AccountFactory(), SalaryFactory(), CareerFactory()
    point = PointFactory(label="Calm")
    draft_change(author, salary, median=48_000)
    draft_new_row(author, Point, career=career, label="Quiet", source=salary.source)
    draft_removal(author, point)
    return hand_in(Draft.objects.get(), by=author, reason="The guide was corrected.")


def test_a_draft_is_published_whole_or_waits(draft, monkeypatch):
    publisher = AccountFactory(is_superuser=True)

    def act():
        publish([Draft.objects.get()], by=publisher, reason="As proposed.", seen=digest([draft]))

    assert until_all_is_done(act, monkeypatch) > 4
    assert (Draft.objects.get().state, Edition.objects.count()) == ("published", 1)
    assert [point.label for point in Point.objects.all()] == ["Quiet"]


def test_a_release_is_withdrawn_and_brought_back_whole_or_not_at_all(transactional_db, monkeypatch):
    WageFactory()
    for act, state in (
        (lambda: withdraw(Release.objects.get(), because="The file was damaged."), Release.State.WITHDRAWN),
        (lambda: restore(Release.objects.get()), Release.State.READY),
    ):
        assert until_all_is_done(act, monkeypatch) > 1
        assert Release.objects.get().state == state
    assert Edition.objects.count() == 2
