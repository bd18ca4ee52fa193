"""Signing in by an OpenID provider: whoever it vouches for is let in, and nothing else that comes back."""

import time

import pytest
from django.contrib.auth.models import User

from accounts.models import ProviderIdentity, SignIn
from config.oidc import Provider
from tests.accounts.conftest import is_in
from tests.accounts.openid import CLIENT, FORGED_KEY, SECRET, OpenIDProvider

pytestmark = pytest.mark.django_db
BEGIN, BACK = "/admin/provider/", "/admin/provider/back/"


@pytest.fixture
def openid(settings):
    provider = OpenIDProvider()
    settings.OIDC = Provider(provider.issuer, CLIENT, SECRET, "the university", ("rungs.example",))
    settings.SITE_URL = "http://testserver"
    yield provider
    provider.close()


@pytest.fixture
def ann(ann):
    ann.email = "Ann@rungs.example"
    ann.save()
    return ann


def sign_in(client, openid, **query):
    return client.get(BACK, openid.agree(client.get(BEGIN, query).url))


class TestLetIn:
    def test_by_a_verified_address(self, client, openid, ann):
        answer = sign_in(client, openid, next="/admin/help/")
        assert answer.url == "/admin/help/"
        assert client.session["_auth_user_id"] == str(ann.pk)
        assert is_in(client)
        assert SignIn.objects.get().get_method_display() == "other site"

    def test_with_state_nonce_and_pkce(self, client, openid, ann):
        sign_in(client, openid)
        assert openid.refused == []

    def test_a_next_page_elsewhere_leads_to_the_desk(self, client, openid, ann):
        assert sign_in(client, openid, next="https://elsewhere.example/").url == "/admin/"

    def test_later_by_who_they_are_there_whatever_their_address(self, client, openid, ann):
        sign_in(client, openid)
        openid.claims |= {"email": "married@rungs.example"}
        client.logout()
        sign_in(client, openid)
        assert client.session["_auth_user_id"] == str(ann.pk)
        assert ProviderIdentity.objects.count() == 1

    def test_the_second_step_is_the_provider_s(self, client, openid, ann, app, settings):
        settings.SECOND_FACTOR = "everybody"
        sign_in(client, openid)
        assert is_in(client)

    def test_a_new_account_of_a_domain_that_may_is_an_author_whatever_it_claims(self, client, openid, db):
        openid.claims |= {"is_superuser": True, "is_staff": True, "groups": ["Publishers"], "roles": ["admin"]}
        sign_in(client, openid)
        made = User.objects.get()
        assert (made.is_superuser, made.is_staff, made.has_usable_password()) == (False, True, False)
        assert [group.name for group in made.groups.all()] == ["Authors"]


REFUSED = {
    "issuer": ({"iss": "https://evil.example"}, "another issuer"),
    "audience": ({"aud": "another"}, "for another site"),
    "audience missing": ({"aud": None}, "for another site"),
    "several audiences without a party": ({"aud": [CLIENT, "another"]}, "for another site"),
    "party": ({"azp": "another"}, "for another site"),
    "nonce": ({"nonce": "another"}, "another sign-in"),
    "nonce missing": ({"nonce": None}, "another sign-in"),
    "expired": ({"exp": int(time.time()) - 600}, "too old"),
    "subject missing": ({"sub": None}, "cannot be read"),
    "address not verified": ({"email_verified": False}, "no e-mail address that it has verified"),
    "address said to be verified": ({"email_verified": "true"}, "no e-mail address that it has verified"),
    "no address": ({"email": None}, "no e-mail address that it has verified"),
    "nobody here": ({"email": "eve@elsewhere.example"}, "No account here"),
    "a domain that ends alike": ({"email": "eve@evilrungs.example"}, "No account here"),
}


class TestRefused:
    @pytest.mark.parametrize("case", REFUSED)
    def test_in_words(self, client, openid, ann, case):
        said, why = REFUSED[case]
        openid.says = {"token": said}
        answer = sign_in(client, openid)
        assert answer.status_code == 403
        assert why in answer.text
        assert not is_in(client)
        assert why in SignIn.objects.get().reason
        assert User.objects.count() == 1

    def test_signed_by_somebody_else(self, client, openid, ann):
        openid.key = FORGED_KEY
        assert "not signed by the university" in sign_in(client, openid).text
        assert not is_in(client)

    def test_another_issuer_in_the_discovery(self, client, openid, ann):
        openid.says = {"issuer": "https://evil.example"}
        assert "another issuer" in client.get(BEGIN).text

    def test_a_state_of_another_browser(self, client, openid, ann):
        from django.test import Client

        answer = client.get(BACK, openid.agree(Client().get(BEGIN).url))
        assert "not belong to a sign-in that was begun in this browser" in answer.text

    def test_an_answer_that_comes_twice(self, client, openid, ann):
        back = openid.agree(client.get(BEGIN).url)
        client.get(BACK, back)
        client.logout()
        openid.codes["code"] = {}
        assert client.get(BACK, back).status_code == 403
        assert not is_in(client)

    def test_somebody_who_said_no(self, client, openid, ann):
        client.get(BEGIN)
        assert "did not let you in" in client.get(BACK, {"error": "access_denied"}).text

    def test_a_provider_that_is_away(self, client, openid, ann):
        openid.close()
        assert "does not answer now" in client.get(BEGIN).text

    def test_a_closed_account(self, client, openid, ann):
        ann.is_active = False
        ann.save()
        assert "is closed" in sign_in(client, openid).text

    def test_an_address_of_two_accounts(self, client, openid, ann):
        User.objects.create_user("twin", email="ann@rungs.example", is_staff=True)
        assert "Several accounts" in sign_in(client, openid).text

    def test_an_address_that_has_passed_to_somebody_else(self, client, openid, ann):
        sign_in(client, openid)
        client.logout()
        openid.claims |= {"sub": "2"}
        assert "belongs to somebody else there" in sign_in(client, openid).text

    @pytest.mark.parametrize(
        "query", [{}, {"code": "x"}, {"state": "x"}, {"code": "🪜", "state": "\ud7ff"}, {"error": "<b>"}]
    )
    def test_nonsense(self, client, openid, db, query):
        answer = client.get(BACK, query)
        assert answer.status_code == 403
        assert "<b>" not in answer.text


def test_without_a_provider_nothing_is_there(client, db):
    assert client.get(BEGIN).status_code == 404
    assert client.get(BACK).status_code == 404
    assert "provider" not in client.get("/admin/login/").text


def test_the_sign_in_page_offers_it(client, openid, db):
    page = client.get("/admin/login/", {"next": "/admin/help/"}).text
    assert 'href="/admin/provider/?next=/admin/help/"' in page
    assert "Log in with the university" in page


def test_an_author_whose_session_ended_signs_in_by_it_in_another_tab(client, openid, ann):
    page = client.post("/admin/facts/place/add/", {"name": "Ohio, as typed"}).text
    assert "Do you sign in with the university?" in page
    sign_in(client, openid)
    sent = {"name": "Ohio, as typed", "again-elsewhere": "yes", "again-username": "", "again-password": ""}
    assert client.post("/admin/facts/place/add/", sent).status_code == 200
