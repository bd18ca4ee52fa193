"""Whatever is saved makes the next edition, with its reason, and nothing else does."""

import pytest
from django.urls import reverse

from careers.models import Point
from facts.models import Edition, Source
from salaries.models import Salary
from tests.editorial.forms import admin_url, errors, filled_in, save
from tests.factories import (
    AlternateTitleFactory,
    CareerFactory,
    CredentialFactory,
    PathFactory,
    PointFactory,
    SalaryFactory,
    SourceFactory,
)


def told(edition):
    return [(change.kind, change.model, change.key) for change in edition.changes.all()]


def test_a_change_makes_an_edition_and_an_entry_in_the_history_with_its_reason(desk, ann):
    salary = SalaryFactory()
    answer = save(desk, salary, median="48000", why="The guide was corrected.")
    assert answer.status_code == 302
    edition = Edition.objects.get()
    assert (edition.number, edition.act, edition.reason, edition.by) == (1, "edit", "The guide was corrected.", ann)
    assert told(edition) == [("changed", "salaries.salary", salary.key)]
    latest = salary.history.latest()
    assert (latest.median, latest.history_user, latest.history_change_reason) == (48_000, ann, edition.reason)


def test_without_a_reason_it_is_said_what_was_done(desk):
    salary = SalaryFactory()
    save(desk, salary, median="48000")
    assert Edition.objects.get().reason == salary.history.latest().history_change_reason == "Changed: salary."


@pytest.mark.parametrize("why", ["x" * 501, "nought\0nought"])
def test_a_reason_that_cannot_be_kept_is_refused_in_words(desk, why):
    answer = save(desk, SalaryFactory(), median="48000", why=why)
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["why"]
    assert not Edition.objects.exists()


def test_the_editor_is_shown_the_way_to_the_edition(desk):
    answer = desk.post(
        admin_url(row := SalaryFactory()), filled_in(desk.get(admin_url(row)), median="47000"), follow=True
    )
    assert f'<a href="{Edition.objects.get().get_absolute_url()}">Edition 1</a>' in answer.content.decode()


@pytest.mark.parametrize("button", [{}, {"_continue": "yes"}, {"_addanother": "yes"}])
def test_nothing_changed_makes_nothing(desk, button):
    salary = SalaryFactory(by_level=True)
    for row in (salary, salary.level.ladder, salary.career):
        entries = row.history.count()
        answer = save(desk, row, why="Only looked.", **button)
        assert answer.status_code == 302
        assert row.history.count() == entries
    assert not Edition.objects.exists()
    assert "Nothing had changed" in desk.get(reverse("admin:index")).content.decode()


def test_a_number_written_otherwise_is_no_change(desk):
    save(desk, SalaryFactory(), median="47190.00")
    assert not Edition.objects.exists()


def test_a_new_row_makes_an_edition_and_gets_a_key(desk):
    career, source = CareerFactory(), SourceFactory()
    said = {
        "career": career.pk,
        "source": source.pk,
        "locator": "Pros",
        "side": "pro",
        "label": "Quiet",
        "text": "It is.",
    }
    for number in (1, 2):
        assert save(desk, Point, **said, position=number, why="Left out before.").status_code == 302
    first, second = Point.objects.order_by("pk")
    assert (first.key, second.key) == (f"{source.slug}-point-1", f"{source.slug}-point-2")
    assert told(Edition.objects.get(number=1)) == [("created", "careers.point", first.key)]
    assert Edition.objects.get(number=1).changes.get().career_slug == career.slug


def test_a_key_that_is_given_is_kept(desk):
    said = {
        "publisher": "Rungs",
        "title": "Another guide",
        "slug": "another",
        "kind": "guide",
        "also_called": "A\n\n B ",
    }
    assert save(desk, Source, **said).status_code == 302
    assert Source.objects.get().also_called == ["A", "B"]
    assert told(Edition.objects.get()) == [("created", "facts.source", "another")]


def test_a_removal_makes_an_edition(desk):
    salary = SalaryFactory()
    question = desk.get(admin_url(salary, "delete"))
    answer = desk.post(admin_url(salary, "delete"), filled_in(question, why="It was never there."))
    assert answer.status_code == 302
    assert not Salary.objects.exists()
    assert told(Edition.objects.get()) == [("removed", "salaries.salary", salary.key)]
    entry = Salary.history.get(key=salary.key, history_type="-")
    assert entry.history_change_reason == Edition.objects.get().reason == "It was never there."


def test_what_goes_with_a_row_is_told_as_well(desk):
    point, title = PointFactory(), AlternateTitleFactory()
    AlternateTitleFactory(career=point.career)
    title.delete()
    desk.post(admin_url(point.career, "delete"), filled_in(desk.get(admin_url(point.career, "delete"))))
    kinds = sorted(change.model for change in Edition.objects.get().changes.all())
    assert kinds == ["careers.alternatetitle", "careers.career", "careers.point"]
    assert Point.history.filter(history_type="-").get().history_change_reason == "Removed: career."


def test_the_list_removes_several_at_once_in_one_edition(desk):
    rows = PointFactory.create_batch(3)
    url = admin_url(Point, "changelist")
    question = desk.post(url, {"action": "delete_selected", "_selected_action": [row.pk for row in rows[:2]]})
    assert not Edition.objects.exists()
    answer = desk.post(url, filled_in(question, why="Said twice."))
    assert answer.status_code == 302
    assert list(Point.objects.all()) == [rows[2]]
    edition = Edition.objects.get()
    assert edition.reason == "Said twice."
    assert {key for _, _, key in told(edition)} == {row.key for row in rows[:2]}


def test_rows_on_anothers_form_are_told_one_by_one(desk):
    career = CareerFactory()
    kept, gone = AlternateTitleFactory.create_batch(2, career=career, position=1)
    source = SourceFactory()
    new = {"title": "New title", "position": "3", "source": source.pk, "locator": "Aliases"}
    changes = {
        "alternate_titles-0-title": "Kept with another name",
        "alternate_titles-1-DELETE": "on",
        "alternate_titles-TOTAL_FORMS": "3",
        **{f"alternate_titles-2-{name}": value for name, value in new.items()},
    }
    answer = save(desk, career, **changes, why="Titles put right.")
    assert answer.status_code == 302, errors(answer)
    edition = Edition.objects.get()
    assert {(kind, key) for kind, _, key in told(edition)} == {
        ("removed", gone.key),
        ("changed", kept.key),
        ("created", f"{source.slug}-alternate-title-1"),
    }
    entries = type(kept).history.filter(history_change_reason="Titles put right.")
    assert sorted(entries.values_list("history_type", flat=True)) == ["+", "-", "~"]


def test_what_a_row_is_tied_to_is_part_of_the_change(desk):
    first, second = CredentialFactory.create_batch(2)
    path = PathFactory(credentials=[first])
    entries = path.history.count()
    assert save(desk, path, credentials=[second.pk], why="Another certificate.").status_code == 302
    assert list(path.credentials.all()) == [second]
    assert path.history.count() == entries + 1
    page = desk.get(admin_url(path, "history")).content.decode()
    assert f"<del>[{first}]" in page.replace("&#x27;", "'") or str(first) in page
    assert "Another certificate." in page


def test_the_history_shows_what_was_said_before_and_after(desk):
    salary = SalaryFactory()
    save(desk, salary, median="48000", note="Corrected <script>alert(1)</script>", why="Corrected.")
    page = desk.get(admin_url(salary, "history")).content.decode()
    assert "<del>$47,190 a year</del></td>" in page
    assert "<ins>$48,000 a year</ins></td>" in page
    assert "<script>alert(1)" not in page
    assert "Version" not in page
    assert "ann" in page


def test_an_old_version_is_not_put_back_behind_the_publics_back(desk):
    salary = SalaryFactory()
    entry = salary.history.get()
    url = f"{admin_url(salary, 'history')}{entry.pk}/"
    for answer in (desk.get(url), desk.post(url, {"median": "1"})):
        assert answer.status_code == 302
    salary.refresh_from_db()
    assert (salary.median, salary.version) == (47_190, 1)


def test_what_fails_half_way_leaves_no_trace(desk, monkeypatch):
    salary = SalaryFactory()
    entries = salary.history.count()

    def fail(*_):
        raise RuntimeError("the power went out")

    monkeypatch.setattr("editorial.admin.publishing.PublishingAdmin.log_change", fail)
    desk.raise_request_exception = False
    assert save(desk, salary, median="48000").status_code == 500
    salary.refresh_from_db()
    assert (salary.median, salary.version, salary.history.count()) == (47_190, 1, entries)
    assert not Edition.objects.exists()
