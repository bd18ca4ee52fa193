"""The guide and a figure's page in a real browser: readable everywhere, by everyone, with nothing to run."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.printing import figures_without_words, rows_that_may_split

pytestmark = pytest.mark.browser

GUIDE = "/careers/medical-records-administrator/"


@pytest.fixture
def visit(page: Page, site: str):
    """Open a page of the site at a width, and say what the browser complained of."""

    def visit(path: str, *, width: int = 1280) -> list[str]:
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("requestfailed", lambda request: complaints.append(request.url))
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{site}{path}")
        return complaints

    return visit


def test_text_is_readable_at_twice_the_size_on_a_narrow_screen(visit, page):
    visit(GUIDE, width=640)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_without_scripts_everything_is_there_and_questions_open(browser: Browser, site: str):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}{GUIDE}")
        for heading in ("Overview", "Pay", "How to become one", "Career path", "Sources and disagreements"):
            assert page.get_by_role("heading", name=heading, exact=True, level=2).last.is_visible()
        part = page.locator("#about")
        part.locator("summary").click()
        assert part.locator(".prose").first.is_visible()
        page.get_by_role("searchbox").fill("records")
        page.get_by_role("button", name="Search").click()
        expect(page).to_have_url(re.compile(re.escape("/search/?q=records")))


def test_the_official_figure_is_on_the_first_screen_of_a_phone_and_the_whole_is_at_most_18_screens(page, site):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}{GUIDE}")
    figure = page.locator(".answers .big").first.bounding_box()
    assert figure["y"] + figure["height"] <= 844
    assert page.evaluate("document.documentElement.scrollHeight") <= 18 * 844
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_anchor_within_what_is_folded_opens_it(page, site):
    page.goto(f"{site}{GUIDE}#claims")
    assert page.locator("#claims").is_visible()
    page.goto(f"{site}{GUIDE}#himalayas-mra-level-1")
    assert page.locator("#himalayas-mra-level-1").is_visible()


def test_a_place_is_picked_without_a_script(browser: Browser, site: str):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}{GUIDE}?place=US-OH")
        assert page.get_by_role("heading", name="Pay", level=2).first.is_visible()


def test_the_contents_lead_to_each_chapter_by_keyboard(visit, page, site):
    visit(GUIDE)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.get_by_role("link", name="How to become one", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}{GUIDE}#become")


def test_the_ladder_of_contents_lights_the_chapter_being_read(visit, page):
    visit(GUIDE)
    page.locator("#outlook").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#outlook').scrollIntoView()")
    page.wait_for_selector(".toc a[href='#outlook'][aria-current]")
    assert page.locator(".toc [aria-current]").count() == 1


def test_a_figures_address_leads_to_its_card(visit, page):
    visit("/figures/himalayas-mra-level-1/#mean")
    assert page.locator(":target").inner_text().startswith("Mean pay, a year")


def test_in_print_questions_are_open_and_every_figure_keeps_its_source_and_year(visit, page):
    visit(GUIDE)
    page.emulate_media(media="print")
    assert page.locator(".figure:has(.value data)").count() > 3
    assert figures_without_words(page) == []
    assert rows_that_may_split(page) == []
    assert page.locator(".toc").is_hidden()
    assert all(answer.is_visible() for answer in page.locator("details .prose").all())
