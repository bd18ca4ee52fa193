"""Superusers see to accounts; the last of them stays; what deleting one takes along is said first."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts import sign_in_log
from accounts.models import SignIn
from editorial.models import Draft
from tests.accounts.conftest import PASSWORD, is_in, type_code, type_password
from tests.editorial.forms import admin_url, filled_in, save
from tests.factories import AccountFactory, DraftFactory, SignInFactory

pytestmark = pytest.mark.django_db
STAYS = "This would leave no superuser who can sign in."


@pytest.fixture
def root(client, superuser):
    """A browser of the only superuser."""
    client.force_login(superuser)
    return client


def able(user) -> bool:
    user.refresh_from_db()
    return user.is_active and user.is_staff and user.is_superuser and user.has_usable_password()


class TestTheLastSuperuser:
    @pytest.mark.parametrize("name", ["is_active", "is_staff", "is_superuser"])
    def test_keeps_what_makes_one(self, root, superuser, name):
        answer = save(root, superuser, **{name: None})
        assert STAYS in answer.text
        assert able(superuser)

    def test_is_not_deleted(self, root, superuser):
        assert STAYS in root.get(admin_url(superuser, "delete")).text
        root.post(admin_url(superuser, "delete"), {"post": "yes"})
        assert able(superuser)

    def test_is_not_deleted_among_others(self, root, superuser):
        other = AccountFactory()
        sent = {"action": "delete_selected", "_selected_action": [superuser.pk, other.pk]}
        assert STAYS in root.post(admin_url(User, "changelist"), sent).text
        root.post(admin_url(User, "changelist"), sent | {"post": "yes"})
        assert User.objects.count() == 2

    def test_keeps_a_password(self, root, superuser):
        sent = {"usable_password": "false", "password1": "", "password2": ""}
        answer = root.post(f"/admin/auth/user/{superuser.pk}/password/", sent)
        assert STAYS in answer.text
        assert able(superuser)

    @pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}, {"password": "!"}])
    def test_is_the_last_beside_one_who_cannot_sign_in(self, root, superuser, change):
        User.objects.create_superuser("second", password=PASSWORD)
        User.objects.filter(username="second").update(**change)
        assert STAYS in save(root, superuser, is_superuser=None).text

    def test_may_go_once_there_is_another(self, root, superuser):
        second = User.objects.create_superuser("second", password=PASSWORD)
        assert save(root, second, is_superuser=None).status_code == 302
        third = User.objects.create_superuser("third", password=PASSWORD)
        assert save(root, third, is_active=None).status_code == 302
        assert able(superuser)


class TestDeleting:
    def test_says_what_goes_with_it(self, root, ann):
        TOTPDevice.objects.create(user=ann)
        SignInFactory(user=ann)
        page = root.get(admin_url(ann, "delete"))
        assert "its second step, its recovery codes" in page.text
        assert User.objects.filter(pk=ann.pk).exists()
        root.post(admin_url(ann, "delete"), filled_in(page))
        assert not User.objects.filter(pk=ann.pk).exists()
        assert SignIn.objects.get().user is None

    def test_several_says_so_too(self, root, ann, ben):
        sent = {"action": "delete_selected", "_selected_action": [ann.pk, ben.pk]}
        page = root.post(admin_url(User, "changelist"), sent)
        assert "Delete these accounts?" in page.text
        root.post(admin_url(User, "changelist"), sent | {"post": "yes"})
        assert User.objects.count() == 1

    def test_with_drafts_is_refused_and_says_how_they_are_taken_over(self, root, ann):
        draft = DraftFactory(author=ann)
        page = root.get(admin_url(ann, "delete"))
        assert str(draft) in page.text
        assert "take over their open drafts" in page.text

    def test_closing_an_account_names_the_drafts_that_wait(self, root, ann):
        draft = DraftFactory(author=ann)
        answer = root.post(admin_url(ann), filled_in(root.get(admin_url(ann)), is_active=None), follow=True)
        assert "a publisher can take it over" in answer.text
        assert draft.desk_url in answer.text
        assert Draft.objects.get().author == ann


class TestAnotherSSecondStep:
    def url(self, account):
        return f"/admin/auth/user/{account.pk}/second-factor/"

    def test_is_turned_off_after_asking(self, root, ann, app):
        theirs = Client()
        type_password(theirs)
        type_code(theirs, app.code())
        assert "Turn off the second step" in root.get(admin_url(ann)).text
        assert "they are logged out" in root.get(self.url(ann)).text
        root.post(self.url(ann))
        assert TOTPDevice.objects.exists()
        answer = root.post(self.url(ann), {"sure": "yes"}, follow=True)
        assert "The second step of ann is off" in answer.text
        assert not TOTPDevice.objects.exists()
        assert not is_in(theirs)
        noted = SignIn.objects.first()
        assert (noted.user, noted.outcome, noted.reason) == (ann, "factor-removed", "by root")

    def test_is_for_superusers(self, desk, ben):
        TOTPDevice.objects.create(user=ben)
        assert desk.post(self.url(ben), {"sure": "yes"}).status_code == 403
        assert TOTPDevice.objects.exists()

    def test_that_is_none_is_told(self, root, ann):
        assert "has no second step" in root.get(self.url(ann)).text
        assert "has no second step" in root.post(self.url(ann), {"sure": "yes"}, follow=True).text

    @pytest.mark.parametrize("number", ["0", "999999", "x", "²", "1%00"])
    def test_of_nobody_is_not_there(self, root, number):
        assert root.get(f"/admin/auth/user/{number}/second-factor/").status_code in (400, 404)


class TestTheLog:
    def test_is_for_superusers(self, root, desk):
        SignInFactory(user__username="somebody")
        page = root.get("/admin/accounts/signin/")
        assert "somebody" in page.text
        assert "203.0.113.0/24" in page.text
        assert desk.get("/admin/accounts/signin/").status_code == 403
        assert "accounts" not in [card["app_label"] for card in desk.get("/admin/").context["app_list"][:-1]]

    def test_takes_few_queries(self, root, django_assert_max_num_queries):
        for _ in range(20):
            SignInFactory()
        with django_assert_max_num_queries(10):
            root.get("/admin/accounts/signin/")

    def test_says_who_from_where_how_and_what_became_of_it(self, client, ann):
        client.post("/admin/login/", {"username": "ann", "password": "no"}, REMOTE_ADDR="203.0.113.77")
        client.post("/admin/login/", {"username": "a secret", "password": "no"}, REMOTE_ADDR="2001:db8:1:2::3")
        client.post("/admin/login/", {"username": "ann", "password": PASSWORD}, REMOTE_ADDR="203.0.113.77")
        rows = [(row.user, row.network, row.outcome) for row in SignIn.objects.order_by("pk")]
        assert rows == [
            (ann, "203.0.113.0/24", "wrong-password"),
            (None, "2001:db8:1::/48", "wrong-password"),
            (ann, "203.0.113.0/24", "signed-in"),
        ]

    def test_can_keep_networks_as_codes(self, client, ann, settings):
        settings.SIGN_IN_ADDRESSES = "hashed"
        for address in ("203.0.113.77", "203.0.113.78", "198.51.100.1"):
            client.post("/admin/login/", {"username": "ann", "password": "no"}, REMOTE_ADDR=address)
        first, second, third = SignIn.objects.order_by("pk").values_list("network", flat=True)
        assert first == second != third
        assert "203" not in first[:3]

    def test_is_forgotten_after_its_days(self, settings):
        settings.SIGN_IN_DAYS = 30
        old, new = (SignInFactory(at=timezone.now() - timedelta(days=days)) for days in (31, 29))
        call_command("prune_sign_ins")
        assert [*SignIn.objects.all()] == [new]

    def test_has_an_end(self, monkeypatch):
        monkeypatch.setattr(sign_in_log, "MOST", 3)
        rows = [SignInFactory() for _ in range(5)]
        sign_in_log.prune(rows[-1])
        assert SignIn.objects.count() == 3

    def test_notes_too_many_tries_once_a_minute(self, client, ann):
        for _ in range(14):
            client.post("/admin/login/", {"username": "ann", "password": "no"})
        assert SignIn.objects.filter(outcome="too-many").count() == 1

    def test_notes_a_password_that_a_superuser_gave(self, root, ann):
        sent = {"password1": "an umbrella for seven teapots", "password2": "an umbrella for seven teapots"}
        root.post(f"/admin/auth/user/{ann.pk}/password/", sent | {"usable_password": "true"})
        assert SignIn.objects.get().reason == "by root"


class TestRescue:
    def test_lets_a_superuser_in_again(self, client, ann, app, capsys):
        User.objects.filter(pk=ann.pk).update(is_active=False, is_staff=False)
        AccessAttempt.objects.create(username="ann", failures_since_start=99, ip_address="127.0.0.1")
        call_command("rescue_account", "ann")
        assert "ann is an active superuser" in capsys.readouterr().out
        type_password(client)
        assert is_in(client)
        assert able(ann)
        assert SignIn.objects.last().outcome == "rescued"

    def test_of_nobody_says_what_else_to_do(self, db):
        with pytest.raises(CommandError, match="createsuperuser"):
            call_command("rescue_account", "nobody")
