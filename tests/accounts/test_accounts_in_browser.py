"""Signing in as an editor does: with a phone, without one, and in the middle of a form. Every page can be used."""

import os

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.accounts.conftest import PASSWORD, App, new_editor
from tests.axe import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("RUNGS_PICTURES")
"""A folder for pictures of each page, for whoever wants to look."""


@pytest.fixture
def complaints(page):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def check(page, name):
    """No width scrolls aside and no look breaks a rule of accessibility."""
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for look in ("light", "dark"):
            page.emulate_media(color_scheme=look)
            assert violations(page) == [], (name, width, look)
            if PICTURES:
                page.screenshot(path=f"{PICTURES}/{name}-{width}-{look}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, width)


def type_in(page, password=PASSWORD):
    page.get_by_label("Username").fill("ann")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def enter(page, code, button):
    page.get_by_label("Code:").fill(code)
    page.get_by_role("button", name=button).click()


def key_on(page) -> App:
    import base64

    return App(base64.b32decode(page.locator(".typed-key").inner_text().replace(" ", "")).hex())


def test_a_second_step_is_set_up_used_and_asked_for_in_the_middle_of_a_form(page, live_server, complaints, settings):
    settings.SECOND_FACTOR = "everybody"
    new_editor("ann")
    page.goto(f"{live_server}/admin/facts/place/add/")
    check(page, "login")
    type_in(page)
    expect(page.get_by_role("heading", name="Set up a second step")).to_be_visible()
    check(page, "set-up")
    app = key_on(page)
    enter(page, "123", "Turn it on")
    expect(page.get_by_text("This code is wrong")).to_be_visible()
    check(page, "set-up-wrong")
    enter(page, app.code(), "Turn it on")
    codes = page.locator(".recovery-codes code").all_inner_texts()
    assert len(codes) == 10
    check(page, "codes")
    page.get_by_role("link", name="I have kept them").click()
    page.get_by_role("link", name="Second step").click()
    expect(page.get_by_text("You have 10 recovery codes left.")).to_be_visible()
    check(page, "factor")
    page.get_by_role("link", name="Make new recovery codes").click()
    check(page, "new-codes")

    page.goto(f"{live_server}/admin/facts/place/add/")
    page.get_by_label("Name:").fill("Ohio")
    Session.objects.all().delete()
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_label("Username").fill("ann")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in and send it").click()
    expect(page.get_by_text("Now type the code.")).to_be_visible()
    check(page, "again")
    enter(page, codes[0], "Sign in and send it")
    expect(page.get_by_label("Name:")).to_have_value("Ohio")
    assert [text for text in complaints if "403" not in text and "favicon" not in text] == []

    page.get_by_role("button", name="Log out").click()
    page.goto(f"{live_server}/admin/login/")
    type_in(page)
    expect(page.get_by_role("heading", name="Type the code")).to_be_visible()
    check(page, "code")
    enter(page, codes[1], "Log in")
    expect(page.get_by_role("heading", name="The desk")).to_be_visible()


def test_a_password_is_chosen_by_a_link(page, live_server, complaints, settings, mailoutbox, sent_at_once):
    settings.MAIL_IS_ON = True
    settings.SITE_URL = live_server.url
    ann = new_editor("ann")
    ann.email = "ann@rungs.example"
    ann.save()
    page.goto(f"{live_server}/admin/login/")
    page.locator(".password-reset-link a").click()
    check(page, "link")
    page.get_by_label("Email").fill("ann@rungs.example")
    page.get_by_role("button", name="Send the link").click()
    check(page, "link-sent")
    page.goto(next(word for word in mailoutbox[0].body.split() if word.startswith("http")))
    check(page, "new-password")
    for field in page.locator("[type=password]").all():
        field.fill("password1")
    page.get_by_role("button", name="Save the password").click()
    expect(page.get_by_text("This password is soon guessed.")).to_be_visible()
    check(page, "new-password-wrong")
    for field in page.locator("[type=password]").all():
        field.fill("an umbrella for seven teapots")
    page.get_by_role("button", name="Save the password").click()
    check(page, "password-set")
    page.get_by_role("link", name="Log in").last.click()
    type_in(page, "an umbrella for seven teapots")
    expect(page.get_by_role("heading", name="The desk")).to_be_visible()
    assert complaints == []
