"""What destroys asks first, and says what goes with it."""

import pytest
from django.urls import reverse

from editorial.models import Draft, Report
from tests.editorial.drafts import only_draft
from tests.editorial.forms import admin_url, filled_in, save
from tests.factories import AccountFactory, DraftFactory, ReportFactory, SalaryFactory

pytestmark = pytest.mark.usefixtures("review")


@pytest.fixture
def drafted(desk):
    """Ann's draft with one change."""
    save(desk, SalaryFactory(), note="Nurses alone.")
    return only_draft()


def press(client, draft, what, **sent):
    return client.post(reverse("admin:editorial_draft_act", args=[draft.pk, what]), sent)


def test_giving_a_draft_up_says_what_is_in_it_and_which_reports_wait_again(desk, drafted):
    report = ReportFactory(taken_up=True, draft=drafted)
    asked = press(desk, drafted, "discard")
    assert asked.status_code == 200
    assert "Nurses alone." in asked.text
    assert str(report) in asked.text
    assert Draft.objects.get().state == Draft.State.OPEN
    url = reverse("admin:editorial_draft_act", args=[drafted.pk, "discard"])
    desk.post(url, filled_in(asked))
    assert Draft.objects.get().state == Draft.State.DISCARDED
    assert Report.objects.waiting().count() == 1


def test_taking_a_change_out_shows_what_it_says(desk, drafted):
    number = drafted.proposals.get().pk
    asked = press(desk, drafted, "drop", proposal=number)
    assert "Nurses alone." in asked.text
    assert drafted.proposals.exists()
    desk.post(reverse("admin:editorial_draft_act", args=[drafted.pk, "drop"]), filled_in(asked))
    assert not drafted.proposals.exists()


def test_an_account_with_drafts_is_not_deleted_and_its_page_says_what_to_do(admin_client):
    account = AccountFactory()
    draft = DraftFactory(author=account, reason="Half done.")
    page = admin_client.get(admin_url(account, "delete"))
    assert str(draft) in page.text
    assert "take over their open drafts" in page.text
    admin_client.post(admin_url(account, "delete"), {"post": "yes"})
    account.refresh_from_db()
