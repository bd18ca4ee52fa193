"""Readiness, own words and schools in a real browser: by keyboard, without scripts, for everyone, on every screen."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import factories as make
from tests.axe import violations
from tests.pages.every.browser import OUTSIDE, SCREENS

pytestmark = pytest.mark.browser

READINESS = "/careers/medical-records-administrator/readiness/"
CV = "Ten years of EHR work <b>in Epic</b>,\nHIPAA trained. Comunication skills."


@pytest.fixture
def plain(browser: Browser, site: str):
    """A page of a browser that runs no script, at the form of readiness."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}{READINESS}")
        yield page


def is_readable_everywhere(page: Page):
    """No rule of axe is broken, in neither scheme, and nothing reaches over the edge of any screen."""
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, runOnly=["color-contrast"]) == []
    for width in SCREENS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OUTSIDE) == [], width


def test_the_form_is_filled_and_sent_by_keyboard_and_leaves_an_address_to_share(plain):
    plain.get_by_label("Epic: no answer").focus()
    plain.keyboard.press("ArrowLeft")
    expect(plain.get_by_label("Epic: alone")).to_be_checked()
    plain.get_by_label("Years in the work").focus()
    plain.keyboard.type("2")
    plain.keyboard.press("Enter")
    expect(plain.get_by_role("status")).to_contain_text("of 100, computed from your answers")
    asked = urlsplit(plain.url)
    assert (asked.path, asked.fragment) == (READINESS, "have")
    assert set(parse_qsl(asked.query, keep_blank_values=True)) == {
        ("has[epic]", "2"),
        ("years", "2"),
        ("rung", "1"),
        ("over", "10"),
    }
    expect(plain.get_by_label("Epic: alone")).to_be_checked()


def test_a_cost_of_ones_own_makes_a_sum_where_the_source_gives_none(plain):
    plain.get_by_text("What goes into the sums").click()
    plain.get_by_label("Associate’s degree, Frequently Asked Questions, question 2: cost in dollars").fill("6000")
    plain.get_by_label("Pay you have now").fill("30000")
    plain.get_by_role("button", name="Work it out").click()
    row = plain.get_by_role("region", name="Cost against pay").get_by_role("row").filter(has_text="cost by you")
    expect(row).to_contain_text("$6,000")


def test_a_pasted_cv_is_marked_and_taken_into_the_form(plain):
    plain.get_by_role("link", name="paste a CV").click()
    plain.get_by_label("A CV or a job advertisement").fill(CV)
    plain.get_by_role("button", name="Look for skills").click()
    assert plain.locator("mark").all_text_contents() == ["EHR", "Epic", "HIPAA", "Comunication skills"]
    plain.get_by_role("link", name="Take them into the readiness form").click()
    expect(plain.get_by_label("HIPAA compliance: alone")).to_be_checked()


def test_the_result_with_figures_of_ones_own_is_readable_everywhere(page, site):
    page.goto(f"{site}{READINESS}?has[epic]=2&years=2&now=30000&cost[himalayas-mra-path-4]=6000&earns[2]=54000")
    assert page.locator("details[open]").count() == 1
    is_readable_everywhere(page)


def test_a_marked_cv_is_readable_everywhere(page, site):
    page.goto(f"{site}{READINESS}words/")
    page.get_by_label("A CV or a job advertisement").fill(CV)
    page.get_by_role("button", name="Look for skills").click()
    assert page.locator("mark").count() == 4
    is_readable_everywhere(page)


@pytest.mark.django_db(transaction=True)
def test_schools_are_readable_everywhere(page, live_server):
    school = make.SchoolFactory(name="Normal College of Health Information and of Very Many Other Subjects")
    make.SchoolOfferFactory(unit_id=school.unit_id)
    make.TuitionFactory(unit_id=school.unit_id)
    make.SchoolFactory(name="Quiet Hall", control="", level="", website="")
    for address in ("/schools/", school.get_absolute_url()):
        page.goto(f"{live_server}{address}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        is_readable_everywhere(page)
