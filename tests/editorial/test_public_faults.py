"""Faults that others' desks have had in public, each tried here.

Those that have tests of their own elsewhere are tried once more, by the shortest way.
"""

import pytest
from django.test import Client
from django.urls import reverse

from careers.models import Career, Ladder, Rung, Skill
from facts.models import Change
from salaries.models import Salary
from tests.editorial.conftest import PASSWORD, new_editor
from tests.editorial.drafts import act, hand_in, only_draft, publish
from tests.editorial.forms import admin_url, filled_in, save, sent_by
from tests.editorial.test_sheets import exported, give, kinds, sheet_of
from tests.factories import LadderFactory, OccupationMatchFactory, SalaryFactory


@pytest.fixture
def salary(db):
    return SalaryFactory()


def delete(client, row):
    url = admin_url(row, "delete")
    return client.post(url, filled_in(client.get(url)))


def restored(client, change):
    url = reverse("admin:facts_change_restore", args=[change.pk])
    return client.post(url, filled_in(client.get(url)))


def test_text_lost_on_an_expired_session(desk, salary):
    """wagtail/wagtail#2199"""
    form = filled_in(desk.get(admin_url(salary)), note="An hour’s work.")
    desk.logout()
    asked = desk.post(admin_url(salary), form)
    signed_in = {"again-username": "ann", "again-password": PASSWORD}
    desk.post(admin_url(salary), sent_by(asked) | signed_in)
    assert Salary.objects.get().note == "An hour’s work."


def test_a_relation_with_a_model_of_its_own_in_between(authors_desk, bens_desk, review):
    """django-simple-history#1094: a custom `through` model broke history"""
    match = OccupationMatchFactory()
    save(authors_desk, match.career, summary="Keeps records.")
    assert authors_desk.get(admin_url(match.career, "history")).status_code == 200
    hand_in(authors_desk, only_draft())
    publish(bens_desk, only_draft())
    career = Career.objects.get()
    assert (career.summary, list(career.occupations.all())) == ("Keeps records.", [match.occupation])


def test_recovery_with_the_rows_below(desk):
    """django-reversion#186: a row was recovered without its inlines"""
    ladder = LadderFactory(rungs=3)
    titles = [rung.title for rung in ladder.rungs.all()]
    delete(desk, ladder)
    assert not Rung.objects.exists()
    restored(desk, Change.objects.removals().get(model="careers.ladder"))
    assert [rung.title for rung in Ladder.objects.get().rungs.all()] == titles


def test_removed_rows_are_listed(desk, salary):
    """django-reversion#429"""
    delete(desk, salary)
    listed = desk.get(reverse("admin:facts_change_changelist"), {"gone": "yes"})
    assert [change.title for change in listed.context["cl"].result_list] == [str(salary)]


def test_a_sheet_with_semicolons(desk, salary):
    """django-import-export#181"""
    (row,) = exported(desk, Salary)
    upload = sheet_of([row | {"locator": "Table 2"}])
    upload.file.seek(0)
    text = upload.file.read().replace(b",", b";").replace(b"47;190", b"47,190")
    upload.file.seek(0)
    upload.file.truncate()
    upload.file.write(text)
    upload.file.seek(0)
    upload.size = len(text)
    assert kinds(give(desk, Salary, upload)) == ["changed"]


def test_a_repeated_click(desk):
    """wagtail/wagtail#6675: it made two pages"""
    url = admin_url(Skill, "add")
    form = filled_in(desk.get(url), slug="sql", name="SQL", kind="technical")
    for slug in ("sql", "sql-2"):
        desk.post(url, form | {"slug": [slug]})
    assert Skill.objects.count() == 1


def test_a_list_that_is_written_into(desk, bens_desk, salary):
    """django-concurrency#10: the list overwrote what had been saved since"""
    url = reverse("admin:salaries_salary_grid")
    opened = filled_in(desk.get(url), **{"form-0-as_printed": "$2"}) | {"_save": "yes"}
    save(bens_desk, salary, as_printed="$3", median="3")
    answer = desk.post(url, opened)
    assert answer.status_code == 200
    assert Salary.objects.get().as_printed == "$3"


def test_a_moderators_edit(authors_desk, desk, review, salary):
    """wagtail/wagtail#6255: it was lost on approval"""
    save(authors_desk, salary, note="Teh nurses.")
    draft = only_draft()
    hand_in(authors_desk, draft)
    act(desk, draft, "edit", proposal=draft.proposals.get().pk, field="note", text="The nurses.")
    publish(desk, draft)
    assert Salary.objects.get().note == "The nurses."


def test_one_lockout_does_not_block_all(db):
    """django-axes#474"""
    for name in ("ann", "ben"):
        new_editor(name)
    for _ in range(15):
        wrong = {"username": "ann", "password": "wrong"}
        Client(REMOTE_ADDR="203.0.113.7").post(reverse("admin:login"), wrong)
    right = {"password": PASSWORD}
    for name, address in (("ben", "203.0.113.7"), ("ann", "203.0.113.8")):
        client = Client(REMOTE_ADDR=address)
        client.post(reverse("admin:login"), right | {"username": name})
        assert client.get(reverse("admin:index")).status_code == 200, name


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_wide_tables_are_scrolled(page, live_server):
    """django-unfold#1624: what stood at the right could not be reached"""
    new_editor("ann")
    SalaryFactory()
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(f"{live_server}/admin/")
    page.fill("#id_username", "ann")
    page.fill("#id_password", PASSWORD)
    page.click("[type=submit]")
    for url in (admin_url(Salary, "changelist"), reverse("admin:salaries_salary_grid")):
        page.goto(f"{live_server}{url}")
        last = page.locator("table thead th").last
        last.scroll_into_view_if_needed()
        box = last.bounding_box()
        assert box["x"] + box["width"] <= 401, url
