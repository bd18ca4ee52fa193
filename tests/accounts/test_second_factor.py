"""A password alone does not let in whoever has a second step."""

import re
from base64 import b32decode
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts import recovery_codes, second_factor
from accounts.models import RecoveryCode, SignIn
from config import sign_in_limits
from tests.accounts.conftest import KEY, PASSWORD, App, is_in, type_code, type_password

pytestmark = pytest.mark.django_db
FACTOR = "/admin/second-factor/"


class TestSigningIn:
    def test_takes_the_password_and_then_the_code(self, client, app):
        answer = type_password(client, next="/admin/help/")
        assert answer.url == "/admin/login/code/"
        assert not is_in(client)
        answer = type_code(client, app.code())
        assert answer.url == "/admin/help/"
        assert is_in(client)

    def test_without_a_second_step_takes_the_password_alone(self, client, ann):
        assert type_password(client).url == "/admin/"
        assert is_in(client)

    def test_a_next_page_elsewhere_leads_to_the_desk(self, client, app):
        type_password(client, next="https://elsewhere.example/")
        assert type_code(client, app.code()).url == "/admin/"

    @pytest.mark.parametrize("path", ["", "help/", "second-factor/", "password_change/", "auth/user/", "kept/"])
    def test_half_signed_in_reaches_nothing(self, client, app, path):
        type_password(client)
        assert client.get(f"/admin/{path}").url.startswith("/admin/login/")
        assert client.post(f"/admin/{path}", {"code": "1"}).status_code in (302, 403)
        assert TOTPDevice.objects.count() == 1

    def test_a_wrong_code_is_told(self, client, app):
        type_password(client)
        wrong = f"{(int(app.code()) + 1) % 10**6:06}"
        answer = type_code(client, wrong)
        assert "This code is wrong" in answer.text
        assert not is_in(client)

    def test_a_code_is_good_once(self, client, app):
        code = app.code()
        type_password(client)
        type_code(client, code)
        other = Client()
        type_password(other)
        assert "was used already" in type_code(other, code).text
        assert not is_in(other)

    @pytest.mark.parametrize(("steps", "is_right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
    def test_a_clock_may_be_a_step_off(self, client, app, steps, is_right):
        type_password(client)
        type_code(client, app.code(steps))
        assert is_in(client) == is_right

    def test_the_code_has_to_come_in_five_minutes(self, client, app, clock):
        type_password(client)
        clock(301)
        assert type_code(client, app.code()).url == "/admin/login/"

    def test_a_new_password_in_between_asks_anew(self, client, ann, app):
        type_password(client)
        ann.set_password("something else altogether")
        ann.save()
        assert type_code(client, app.code()).url == "/admin/login/"
        assert not is_in(client)

    def test_a_code_without_a_password_leads_to_the_door(self, client, app):
        assert type_code(client, app.code()).url == "/admin/login/"

    @pytest.mark.parametrize("code", ["", " ", "\0", "١٢٣٤٥٦", "12345", "1234567", "-" * 64, "x" * 5_000, "🪜" * 6])
    def test_nonsense_is_a_wrong_code(self, client, app, code):
        type_password(client)
        assert type_code(client, code).status_code == 200
        assert not is_in(client)


class TestGuessing:
    def test_a_wrong_code_makes_the_next_wait_even_the_right_one(self, client, app):
        type_password(client)
        for _ in range(3):
            TOTPDevice.objects.update(throttling_failure_timestamp=None)
            type_code(client, "000000" if app.code() != "000000" else "000001")
        answer = type_code(client, app.code())
        assert re.search(r"Wait \d seconds", answer.text)
        assert not is_in(client)

    def test_the_wait_is_at_most_34_minutes(self, ann, app):
        TOTPDevice.objects.update(throttling_failure_count=40)
        second_factor.check(ann, "999999" if app.code() != "999999" else "999998")
        checked = second_factor.check(ann, app.code())
        assert 2_000 < checked.seconds <= 2**11

    def test_a_recovery_code_is_heard_meanwhile_and_ends_the_wait(self, client, ann, app):
        code, *_ = recovery_codes.make_new(ann)
        second_factor.check(ann, "999999" if app.code() != "999999" else "999998")
        type_password(client)
        type_code(client, code)
        assert is_in(client)
        assert TOTPDevice.objects.get().throttling_failure_count == 0

    def test_ten_wrong_codes_from_one_network_are_heard_and_then_no_more(self, client, ann, app):
        type_password(client)
        statuses = [type_code(client, "wrong-recovery-code").status_code for _ in range(sign_in_limits.PER_ACCOUNT + 1)]
        assert statuses[: sign_in_limits.PER_ACCOUNT - 1] == [200] * (sign_in_limits.PER_ACCOUNT - 1)
        assert statuses[-1] == 429
        code, *_ = recovery_codes.make_new(ann)
        assert type_code(client, code).status_code == 429

    def test_typing_the_password_anew_does_not_forget_wrong_codes(self, client, app):
        for _ in range(sign_in_limits.PER_ACCOUNT):
            type_password(client)
            type_code(client, "wrong-recovery-code")
        assert type_password(client).status_code == 429


class TestRecoveryCodes:
    def test_each_is_good_once(self, ann):
        codes = recovery_codes.make_new(ann)
        assert len(set(codes)) == 10
        assert recovery_codes.use(ann, codes[0].replace("-", ""))
        assert not recovery_codes.use(ann, codes[0].replace("-", ""))
        assert recovery_codes.count_left(ann) == 9

    def test_are_kept_as_hashes(self, ann):
        codes = {code.replace("-", "") for code in recovery_codes.make_new(ann)}
        kept = " ".join(RecoveryCode.objects.values_list("digest", flat=True))
        assert not any(code in kept for code in codes)

    def test_are_nobody_else_s(self, ann, ben):
        code = recovery_codes.make_new(ann)[0].replace("-", "")
        assert not recovery_codes.use(ben, code)

    def test_new_ones_end_the_old(self, ann):
        old = recovery_codes.make_new(ann)[0].replace("-", "")
        recovery_codes.make_new(ann)
        assert not recovery_codes.use(ann, old)

    def test_are_read_in_capitals_and_without_dashes(self, client, ann, app):
        code = recovery_codes.make_new(ann)[0]
        type_password(client)
        type_code(client, code.upper().replace("-", " "))
        assert is_in(client)


def set_up(client) -> tuple[App, list[str]]:
    """As an editor does who types the key: the app, and the recovery codes that the page shows."""
    page = client.get(FACTOR).text
    letters = re.search(r'class="typed-key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    app = App(b32decode(letters).hex())
    answer = client.post(FACTOR, {"code": app.code()})
    return app, re.findall(r"<li><code>([a-z2-7-]+)</code>", answer.text)


class TestSettingUp:
    def test_shows_the_codes_once(self, desk):
        _, codes = set_up(desk)
        assert len(codes) == 10
        assert codes[0] not in desk.get(FACTOR).text
        assert "10 recovery codes" in desk.get(FACTOR).text

    def test_what_was_set_up_is_asked_for(self, desk, client):
        app, codes = set_up(desk)
        type_password(client)
        type_code(client, app.code(1))
        assert is_in(client)

    def test_the_code_that_set_it_up_is_used(self, desk, client):
        app, _ = set_up(desk)
        type_password(client)
        assert "was used already" in type_code(client, app.code()).text

    def test_ends_the_sessions_elsewhere_and_not_this_one(self, desk, client):
        type_password(client)
        set_up(desk)
        assert is_in(desk)
        assert not is_in(client)

    def test_a_wrong_code_keeps_the_key(self, desk):
        first = re.search(r"typed-key\">[A-Z2-7 ]+<", desk.get(FACTOR).text)[0]
        answer = desk.post(FACTOR, {"code": "12345"})
        assert "This code is wrong" in answer.text
        assert first in answer.text
        assert not TOTPDevice.objects.exists()

    def test_the_picture_is_drawn_without_style_or_address(self, desk):
        picture = re.search(r"<svg.*?</svg>", desk.get(FACTOR).text, re.DOTALL)[0]
        assert "style" not in picture
        assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")

    def test_the_page_is_not_kept_by_browsers(self, desk):
        assert "no-store" in desk.get(FACTOR)["Cache-Control"]

    def test_the_address_in_the_picture_names_site_and_account(self, ann):
        ann.username = "ann@x y"
        address = second_factor.address_for_app(ann, KEY)
        assert address.startswith("otpauth://totp/Rungs%3Aann%40x%20y?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&")


class TestRequired:
    @pytest.fixture(autouse=True)
    def _required(self, settings):
        settings.SECOND_FACTOR = "everybody"

    @pytest.mark.parametrize("path", ["", "help/", "editorial/draft/", "password_change/", "r/1/1/"])
    def test_nothing_is_reached_before_it_is_set_up(self, desk, path):
        assert desk.get(f"/admin/{path}").url == FACTOR
        assert desk.post(f"/admin/{path}").url == FACTOR

    def test_logging_out_is(self, desk):
        assert desk.post("/admin/logout/").status_code in (200, 302)
        assert desk.get(FACTOR).url.startswith("/admin/login/")

    def test_the_desk_opens_once_it_is(self, desk):
        set_up(desk)
        assert is_in(desk)

    def test_it_is_not_turned_off(self, desk):
        app, codes = set_up(desk)
        answer = desk.post(f"{FACTOR}off/", {"code": codes[0]}, follow=True)
        assert "so it stays on" in answer.text
        assert TOTPDevice.objects.exists()

    def test_it_moves_to_another_phone(self, desk):
        _, codes = set_up(desk)
        desk.post(f"{FACTOR}move/", {"code": codes[0]})
        assert desk.get("/admin/").url == FACTOR
        set_up(desk)
        assert is_in(desk)

    def test_of_publishers_authors_need_none(self, settings, desk, amy):
        settings.SECOND_FACTOR = "publishers"
        author = Client()
        author.force_login(amy)
        assert is_in(author)
        assert not is_in(desk)

    def test_of_publishers_superusers_are_some(self, settings, superuser):
        settings.SECOND_FACTOR = "publishers"
        assert second_factor.is_required(superuser)


class TestOfOnesOwn:
    def test_is_turned_off_with_a_code_alone(self, desk, client):
        _, codes = set_up(desk)
        assert "This code is wrong" in desk.post(f"{FACTOR}off/", {"code": "123456"}).text
        desk.post(f"{FACTOR}off/", {"code": codes[0]})
        assert not TOTPDevice.objects.exists()
        assert not RecoveryCode.objects.exists()
        type_password(client)
        assert is_in(client)

    def test_new_recovery_codes_take_a_code(self, desk):
        _, codes = set_up(desk)
        assert "Type a code" in desk.get(f"{FACTOR}codes/").text
        answer = desk.post(f"{FACTOR}codes/", {"code": codes[0]})
        new = re.findall(r"<li><code>([a-z2-7-]+)</code>", answer.text)
        assert len(new) == 10
        assert not {*new} & {*codes}

    def test_pages_about_it_lead_on_without_one(self, desk):
        for page in ("off", "codes", "move"):
            assert desk.get(f"{FACTOR}{page}/").url == FACTOR


class TestSigningInAgain:
    FORM = {"note": "Nurses <b>alone</b>.", "again-username": "ann", "again-password": PASSWORD}
    URL = "/admin/facts/place/add/"

    def test_asks_for_the_code_and_keeps_what_was_typed(self, client, app):
        answer = client.post(self.URL, self.FORM)
        assert answer.status_code == 403
        assert "Now type the code" in answer.text
        assert "Nurses <b>alone</b>." in unescape(answer.text)
        assert PASSWORD not in answer.text
        answer = client.post(self.URL, {"note": "Nurses.", "again-code": app.code()})
        assert answer.status_code == 200  # the form, with what it lacks
        assert is_in(client)

    def test_a_wrong_code_keeps_it_too(self, client, app):
        client.post(self.URL, self.FORM)
        answer = client.post(self.URL, {"note": "Nurses.", "again-code": "12345"})
        assert answer.status_code == 403
        assert "This code is wrong" in answer.text
        assert "Nurses." in answer.text
        assert not is_in(client)

    def test_a_code_without_the_password_asks_for_it(self, client, app):
        answer = client.post(self.URL, {"note": "Nurses.", "again-code": app.code()})
        assert "again-password" in answer.text
        assert not is_in(client)

    def test_too_many_wrong_codes_are_refused(self, client, app):
        client.post(self.URL, self.FORM)
        for _ in range(sign_in_limits.PER_ACCOUNT):
            client.post(self.URL, {"again-code": "nonsense"})
        assert client.post(self.URL, {"again-code": "nonsense"}).status_code == 429


def test_the_log_says_how_somebody_signed_in(client, ann, app):
    type_password(client)
    type_code(client, "nonsense")
    type_code(client, app.code())
    said = [(row.method, row.outcome) for row in SignIn.objects.order_by("pk")]
    assert said == [("app", "wrong-code"), ("app", "signed-in")]


def test_the_keys_are_on_no_page_of_the_desk(admin_client, app):
    assert admin_client.get("/admin/otp_totp/totpdevice/").status_code == 404
    assert User.objects.count() == 2


def test_turning_it_on_and_off_tells_the_owner_by_mail(desk, ann, settings, mailoutbox, sent_at_once):
    settings.MAIL_IS_ON = True
    ann.email = "ann@rungs.example"
    ann.save()
    _, codes = set_up(desk)
    desk.post(f"{FACTOR}off/", {"code": codes[0]})
    assert [mail.body.partition("\n")[0] for mail in mailoutbox] == [
        "A second step was turned on for your account.",
        "The second step was turned off for your account.",
    ]


def test_pages_about_it_take_few_queries(desk, django_assert_max_num_queries):
    desk.get(FACTOR)
    with django_assert_max_num_queries(6):
        desk.get(FACTOR)
