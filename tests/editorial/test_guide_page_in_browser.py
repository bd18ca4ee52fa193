"""The page of a guide in a browser: for everybody, by mouse, by keyboard alone, and without scripts."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from careers.models import Responsibility
from editorial.groups import AUTHORS
from tests.axe import violations
from tests.editorial.conftest import new_editor
from tests.editorial.guide_pages import guide_url
from tests.editorial.in_browser import GuideInBrowser, sign_in, take_picture
from tests.factories import CareerFactory, LadderFactory, ResponsibilityFactory, SalaryFactory, SourceFactory

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db(transaction=True)]

LIST = "do-responsibility"
WIDTHS = (320, 768, 1280)
LOOKS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}
LEFT_OUT = {"forced": ["color-contrast"]}
"""Rules by look: axe reads the sheet's own backgrounds where the browser paints others."""
OUTSIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
    .map((each) => `runs out sideways: ${each.outerHTML.slice(0, 120)}`)"""
MOST_KEYS = 400
TALL = {"width": 1280, "height": 2600}
"""Nothing has to be scrolled while a part is dragged."""


@pytest.fixture
def url(transactional_db, settings):
    """The address of a guide with three responsibilities, a rung and its pay, which somebody drafts for review."""
    settings.REVIEW = True
    new_editor("amy", AUTHORS)
    career, source = CareerFactory(title="Acupuncturist", slug="acupuncturist"), SourceFactory()
    for place, label in enumerate(("Needles", "Records", "Bills"), start=1):
        ResponsibilityFactory(career=career, source=source, label=label, position=place)
    ladder = LadderFactory(career=career, source=source, rungs=1)
    SalaryFactory(career=career, source=source, level=ladder.rungs.get())
    return guide_url(career, source)


@pytest.fixture
def guide(page, live_server, url):
    guide = _opened(page, live_server, url)
    yield guide
    guide.wait_until_idle()


def _opened(page: Page, live_server, url: str) -> GuideInBrowser:
    sign_in(page, live_server, "amy")
    page.goto(f"{live_server}{url}")
    return GuideInBrowser(page)


def labels_drafted(client) -> list[str]:
    """In their order, as the author sees them once the page is loaded again."""
    client.page.reload()
    return client.titles(LIST)


def press_until(page: Page, key: str, is_there: str) -> None:
    """Press a key until `is_there` is true of the element that has the focus."""
    for _ in range(MOST_KEYS):
        if page.evaluate(f"(({is_there}))(document.activeElement)"):
            return
        page.keyboard.press(key)
    pytest.fail(f"{MOST_KEYS} times {key} did not lead to {is_there}")


def test_it_keeps_the_rules_at_every_width_in_every_look(guide):
    page = guide.page
    guide.add(LIST, label="Cups")
    guide.add("pay-salary", as_printed="$61,000", currency="USD", pay_period="year", median="16000")
    expect(guide.state).to_contain_text("2 parts need a look", timeout=20_000)
    guide.parts(LIST).first.locator(".guide-help > summary").first.click()
    guide.parts(LIST).first.locator(".guide-more > summary").click()
    guide.parts(LIST).first.get_by_role("button", name="Preview").click()
    take_picture(page, "guide-with-errors")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for look, media in LOOKS.items():
            page.emulate_media(**media)
            rules = {name: {"enabled": False} for name in LEFT_OUT.get(look, ())}
            assert violations(page, rules=rules) == [], (width, look)
        assert page.evaluate(OUTSIDE) == [], width


def test_what_leads_to_it_keeps_the_rules(guide, live_server):
    addresses = [reverse(f"admin:careers_career_{name}") for name in ("begin", "upload")]
    for address in addresses:
        guide.page.goto(f"{live_server}{address}")
        for width in WIDTHS:
            guide.page.set_viewport_size({"width": width, "height": 900})
            assert violations(guide.page) == [], (address, width)
            assert guide.page.evaluate(OUTSIDE) == [], (address, width)


def test_a_part_is_added_moved_and_removed_with_the_keyboard_alone(guide):
    page = guide.page
    press_until(page, "Tab", f"(each) => each.name === '_add' && each.value === '{LIST}'")
    page.keyboard.press("Enter")
    page.keyboard.type("Cups")
    press_until(page, "Tab", "(each) => each.localName === 'textarea'")
    page.keyboard.type("Warms the skin.")
    guide.wait_until_kept()
    press_until(page, "Shift+Tab", "(each) => each.name === '_move' && each.value.endsWith(':up')")
    page.keyboard.press("Enter")
    expect(guide.state).to_contain_text("Cups: place 3.")
    page.keyboard.press("Enter")
    expect(guide.state).to_contain_text("Cups: place 2.")
    guide.wait_until_kept()
    assert labels_drafted(guide) == ["Needles", "Cups", "Records", "Bills"]
    press_until(page, "Tab", "(each) => 'remove' in each.dataset && each.textContent.includes('Records')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Put “Records” back"
    guide.wait_until_kept()
    assert labels_drafted(guide) == ["Needles", "Cups", "Bills"]
    assert Responsibility.objects.count() == 3


def test_what_was_removed_is_put_back(guide):
    guide.parts(LIST).first.get_by_role("button", name="Remove").click()
    guide.wait_until_kept()
    guide.page.get_by_role("button", name="Put “Needles” back").click()
    guide.wait_until_kept()
    assert labels_drafted(guide) == ["Needles", "Records", "Bills"]


def test_a_part_is_dragged(guide):
    guide.page.set_viewport_size(TALL)
    last, first = guide.parts(LIST).last, guide.parts(LIST).first
    last.locator("[data-drag]").drag_to(first, target_position={"x": 60, "y": 4})
    assert guide.titles(LIST) == ["Bills", "Needles", "Records"]
    guide.wait_until_kept()
    assert labels_drafted(guide) == ["Bills", "Needles", "Records"]


def test_a_part_is_not_dragged_into_another_list(guide):
    guide.page.set_viewport_size(TALL)
    guide.parts(LIST).first.locator("[data-drag]").drag_to(guide.parts("pay-salary").first)
    assert guide.titles(LIST) == ["Needles", "Records", "Bills"]


def test_without_scripts_parts_are_added_moved_and_removed(browser, live_server, url):
    context = browser.new_context(java_script_enabled=False)
    guide = _opened(context.new_page(), live_server, url)
    guide.parts_list(LIST).locator("button[name=_add]").click()
    new = guide.parts(LIST).nth(3)
    new.get_by_label("Label").fill("Cups")
    new.get_by_label("Text", exact=False).fill("Warms the skin.")
    new.get_by_role("button", name="Up").click()
    guide.parts(LIST).first.get_by_label("Remove").check()
    guide.page.get_by_role("button", name="Save", exact=True).click()
    expect(guide.page.locator(".messagelist")).to_contain_text("Kept in your draft")
    assert labels_drafted(guide) == ["Records", "Cups", "Bills"]
    context.close()
