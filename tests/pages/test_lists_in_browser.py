"""The pages that list and compare, in a real browser: charts, ways on, titles suggested as one types."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import violations

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1280, 1920)
MEETING = """() => {
    const texts = [...document.querySelectorAll("figure.chart > svg text")].map((e) => [e, e.getBoundingClientRect()]);
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return texts.flatMap(([e, a], i) => texts.slice(i + 1)
        .filter(([f, b]) => e.ownerSVGElement === f.ownerSVGElement && meet(a, b))
        .map(([f]) => `${e.textContent} / ${f.textContent}`));
}"""


@pytest.fixture
def visit(page: Page, site: str):
    """Open a page of the site, and say what the browser complained of."""

    def visit(path: str) -> list[str]:
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{site}{path}")
        return complaints

    return visit


@pytest.mark.parametrize("code", ["29-2072", "11-9111"])
def test_labels_of_the_charts_do_not_meet_on_any_screen(visit, page, code):
    visit(f"/occupations/{code}/")
    assert page.locator("figure.chart > svg text").count() > 30
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(MEETING) == [], width


# Journeys, without scripts


@pytest.fixture
def plain(browser: Browser, site: str):
    """A page of a browser that runs no script, at the front page."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site)
        yield page


def test_a_career_changer_compares_two_jobs_and_adds_a_third(plain):
    plain.get_by_role("link", name="Compare", exact=True).click()
    plain.get_by_label("The first, by title or code").fill("Health Information Technician")
    plain.get_by_label("The second").fill("health information manager")
    plain.get_by_role("button", name="Compare").click()
    expect(plain.get_by_role("columnheader", name="Health Information Manager")).to_be_visible()
    plain.get_by_text("Every figure of guides and official series").click()
    expect(plain.get_by_text("B is $65,640 higher than A.").first).to_be_visible()
    plain.get_by_label("Add one more, by title or code").fill("29-2072")
    plain.get_by_role("button", name="Add").click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text("or Medical Records Specialist")
    assert "item=health-information-technician&item=health-information-manager" in plain.url


def test_a_reader_narrows_the_careers_and_takes_a_choice_back(plain):
    plain.get_by_role("link", name="Jobs", exact=True).click()
    everything = plain.get_by_role("heading", level=1, name="All jobs")
    expect(everything).to_be_visible()
    plain.get_by_label("Words in a title").fill("database")
    plain.get_by_role("button", name="Show").click()
    expect(plain.get_by_role("heading", level=1, name="Jobs, with “database” in the title")).to_be_visible()
    plain.get_by_role("link", name="Show all jobs").click()
    expect(everything).to_be_visible()


# With scripts


def test_titles_are_suggested_while_one_types_and_chosen_by_keyboard(visit, page, site):
    visit("/careers/")
    box = page.get_by_role("combobox", name="Search careers, occupations and figures")
    box.press_sequentially("medcal recrods adm")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Medical Records Administrator")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert violations(page) == []
    box.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    box.press_sequentially("i")
    expect(option).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/careers/medical-records-administrator/")


def test_a_title_that_is_not_the_name_says_what_it_is_a_title_of(visit, page, site):
    visit("/careers/")
    page.get_by_role("combobox").press_sequentially("director of medical rec")
    expect(page.get_by_role("option").first).to_contain_text("is a rung of Medical Records Administrator, career")
