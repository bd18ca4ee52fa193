"""Who may come to the desk, and what they may do there."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse

from editorial.groups import PUBLISHERS
from tests.editorial.forms import admin_url, save
from tests.factories import SalaryFactory, WageFactory


@pytest.mark.parametrize("page", ["change", "delete", "history"])
def test_a_visitor_is_asked_to_log_in(client, db, page):
    url = admin_url(SalaryFactory(), page)
    assert client.get(url).url.startswith(reverse("admin:login"))
    sent = client.post(url, {"post": "yes"})
    assert sent.status_code == 403
    assert "sign in, and it is sent as you left it" in sent.text


def test_an_account_that_is_no_staff_is_asked_to_log_in_as_another(client, db):
    client.force_login(get_user_model().objects.create_user("reader"))
    assert client.get(reverse("admin:index")).url.startswith(reverse("admin:login"))


def test_staff_in_no_group_sees_nothing_and_is_told_why(client, db):
    client.force_login(get_user_model().objects.create_user("new", is_staff=True))
    assert "group Authors" in client.get(reverse("admin:index")).content.decode()
    assert client.get(admin_url(SalaryFactory())).status_code == 403


@pytest.mark.parametrize("page", ["admin:auth_user_changelist", "admin:auth_user_add", "admin:auth_group_changelist"])
def test_editors_have_nothing_to_do_with_accounts(desk, page):
    assert desk.get(reverse(page)).status_code == 403
    assert desk.post(reverse(page), {"username": "mallory"}).status_code == 403


def test_an_editor_cannot_make_themselves_more(desk, ann):
    url = reverse("admin:auth_user_change", args=[ann.pk])
    assert desk.post(url, {"is_superuser": "on"}).status_code == 403
    ann.refresh_from_db()
    assert not ann.is_superuser


def test_who_may_only_look_is_shown_no_way_to_save(client, db):
    reader = get_user_model().objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(*Permission.objects.filter(codename__in=["view_salary", "view_ladder", "view_rung"]))
    client.force_login(reader)
    salary = SalaryFactory(by_level=True)
    for row in (salary, salary.level.ladder):
        page = client.get(admin_url(row))
        assert page.status_code == 200
        assert 'name="why"' not in page.content.decode()
        assert client.post(admin_url(row), {}).status_code == 403


def test_who_may_change_ladders_but_not_pay_does_not_see_pay_on_them(client, db):
    editor = get_user_model().objects.create_user("rungs-only", is_staff=True)
    codenames = ["view_ladder", "change_ladder", "view_rung", "change_rung", "view_salary", "publish_draft"]
    editor.user_permissions.add(*Permission.objects.filter(codename__in=codenames))
    client.force_login(editor)
    salary = SalaryFactory(by_level=True)
    assert "salaries-0-median" not in client.get(admin_url(salary.level.ladder)).content.decode()
    answer = save(client, salary.level.ladder, **{"salaries-0-median": "1", "salaries-0-id": salary.pk, "note": "New."})
    assert answer.status_code == 302
    salary.refresh_from_db()
    assert (salary.median, salary.level.ladder.note) == (38_000, "New.")


class TestTheGroup:
    @pytest.fixture
    def rights(self, db):
        return set(Group.objects.get(name=PUBLISHERS).permissions.values_list("codename", flat=True))

    def test_may_keep_guides(self, rights):
        kept = {"salary", "rung", "career", "path", "source", "place"}
        assert {f"{verb}_{model}" for verb in ("view", "add", "change", "delete") for model in kept} <= rights

    def test_may_look_at_the_record(self, rights):
        assert {right for right in rights if right.endswith(("_wage", "_edition", "_change", "_loadedrow"))} == {
            "view_wage",
            "view_edition",
            "view_change",
            "view_loadedrow",
        }

    def test_may_withdraw_a_release_but_not_make_or_remove_one(self, rights):
        assert {right for right in rights if right.endswith("_release")} == {"view_release", "change_release"}

    def test_may_do_nothing_else(self, rights):
        assert not [
            right for right in rights if "historical" in right or right.endswith(("_user", "_group", "_session"))
        ]

    def test_is_there_again_after_everything_was_flushed(self, transactional_db):
        Group.objects.all().delete()
        call_command("flush", verbosity=0, interactive=False)
        assert Group.objects.get(name=PUBLISHERS).permissions.filter(codename="change_salary").exists()

    def test_keeps_its_rights_when_migrated_again(self, rights):
        call_command("migrate", verbosity=0)
        assert set(Group.objects.get(name=PUBLISHERS).permissions.values_list("codename", flat=True)) == rights


def test_wages_are_read_only_even_for_who_may_do_everything(admin_client):
    wage = WageFactory()
    assert admin_client.post(admin_url(wage), {"annual_median": "1"}).status_code == 403
    wage.refresh_from_db()
    assert wage.annual_median == 50_250
