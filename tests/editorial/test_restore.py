"""An earlier version of a row is brought back as whatever else is saved: published, or proposed, and never silently."""

import pytest

from facts.models import Correction, Edition
from salaries.models import Salary
from tests.editorial.drafts import hand_in, only_draft, publish
from tests.editorial.forms import admin_url, filled_in, save
from tests.factories import CredentialFactory, PathFactory, SalaryFactory


@pytest.fixture
def salary(db):
    return SalaryFactory()


def restore_url(row, entry):
    return f"{admin_url(row, 'history')}{entry.history_id}/restore/"


def restore(client, row, entry, **said):
    """Open the question and answer it with yes."""
    url = restore_url(row, entry)
    return client.post(url, filled_in(client.get(url), **said))


def test_the_history_offers_it_and_shows_what_would_differ(desk, salary):
    first = salary.history.get()
    save(desk, salary, median="48000", note="Seen.")
    assert restore_url(salary, first) in desk.get(admin_url(salary, "history")).content.decode()
    page = desk.get(restore_url(salary, first)).content.decode()
    assert "<del>$48,000 a year</del>" in page
    assert "<ins>$47,190 a year</ins>" in page
    assert "<del>Seen.</del>" in page


def test_it_is_published_with_its_reason_and_a_notice(desk, salary):
    first = salary.history.get()
    save(desk, salary, median="48000")
    said = {"why": "It was right before.", "correction_kind": "correction", "cause": "A typing error."}
    assert restore(desk, salary, first, **said).status_code == 302
    salary.refresh_from_db()
    assert (salary.median, salary.version) == (47_190, 3)
    assert Edition.objects.newest_first().first().reason == "It was right before."
    assert Correction.objects.latest("pk").cause == "A typing error."
    assert salary.history.latest().history_change_reason == "It was right before."


def test_what_was_removed_comes_back_with_its_number_and_key(desk, salary):
    first = salary.history.get()
    desk.post(admin_url(salary, "delete"), filled_in(desk.get(admin_url(salary, "delete"))))
    assert restore(desk, salary, first).status_code == 302
    again = Salary.objects.get()
    assert (again.pk, again.key, again.median) == (salary.pk, salary.key, salary.median)
    assert Edition.objects.newest_first().first().changes.get().kind == "created"


def test_what_it_was_tied_to_comes_back(desk):
    first, second = CredentialFactory.create_batch(2)
    path = PathFactory(credentials=[first])
    save(desk, path, note="A version whose ties are known.")
    entry = path.history.latest()
    save(desk, path, credentials=[second.pk])
    restore(desk, path, entry)
    assert list(path.credentials.all()) == [first]


def test_under_review_it_is_a_proposal(desk, bens_desk, salary, settings):
    first = salary.history.get()
    save(desk, salary, median="48000")
    settings.REVIEW = True
    restore(desk, salary, first)
    assert Salary.objects.get().median == 48_000
    hand_in(desk, only_draft())
    publish(bens_desk, only_draft())
    assert Salary.objects.get().median == 47_190


def test_it_is_not_done_over_what_was_not_seen(desk, bens_desk, salary):
    first = salary.history.get()
    save(desk, salary, median="48000")
    question = desk.get(restore_url(salary, first))
    save(bens_desk, salary, median="49000")
    answer = desk.post(restore_url(salary, first), filled_in(question, why="It was right."), follow=True)
    assert "saved or removed by somebody else" in answer.content.decode()
    assert "You had written: “It was right.”" in answer.content.decode()
    assert Salary.objects.get().median == 49_000


def test_a_correction_says_how_the_mistake_came_about(desk, salary):
    first = salary.history.get()
    save(desk, salary, median="48000")
    url = restore_url(salary, first)
    answer = desk.post(url, filled_in(desk.get(url), correction_kind="correction", why="It was right."), follow=True)
    assert "Nothing was done. Say how the mistake came about" in answer.content.decode()
    assert "You had written: “It was right.”" in answer.content.decode()
    assert Salary.objects.get().median == 48_000


def test_what_may_not_be_any_more_is_refused_in_words(desk, salary):
    first = salary.history.get()
    Salary.history.filter(pk=first.pk).update(low=90_000, high=80_000)
    answer = desk.post(restore_url(salary, first), filled_in(desk.get(restore_url(salary, first))), follow=True)
    assert "cannot be restored" in answer.content.decode()
    assert Salary.objects.get().low is None


def test_it_is_for_editors_and_of_versions_that_there_are(client, desk, salary):
    url = restore_url(salary, salary.history.get())
    assert client.get(url).status_code == 302
    assert desk.get(url.replace("/restore", "0/restore")).status_code == 404
    assert "It says the same now." in desk.get(url).content.decode()


@pytest.mark.parametrize("address", ["history/", "history/1/restore/"])
def test_a_row_whose_number_is_none_has_no_history(desk, db, address):
    assert desk.get(f"/admin/salaries/salary/no-number/{address}").status_code == 404
