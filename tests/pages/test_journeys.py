"""Three readers on their way through the site in a real browser, by keyboard alone, with scripts and without.

What each of them sees is kept as pictures in test-results/journeys/.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Locator, Page, expect

from tests.pages.printing import answers_without_source, rows_that_may_split

pytestmark = pytest.mark.browser

PICTURES = Path(settings.BASE_DIR, "test-results", "journeys")
PATIENCE = 120_000
"""Milliseconds that a picture of a long page may take on a busy machine."""
MOST_KEYS = 400
"""Further than any reader would go by Tab."""


class Reader:
    """Someone who has a keyboard and nothing else."""

    def __init__(self, page: Page, name: str):
        self.page = page
        self.name = name
        self.seen = 0

    def go_to(self, place: Locator) -> None:
        """Press Tab until the place has the focus."""
        for _ in range(MOST_KEYS):
            self.page.keyboard.press("Tab")
            if place.evaluate("(element) => element === document.activeElement"):
                return
        raise AssertionError(f"{place} is not reached by {MOST_KEYS} Tabs from {self.page.url}")

    def follow(self, place: Locator) -> None:
        """Go to a link or a button and press it."""
        self.go_to(place)
        self.press("Enter")

    def write(self, place: Locator, words: str) -> None:
        """Go to a field and type."""
        self.go_to(place)
        self.page.keyboard.type(words)

    def press(self, key: str) -> None:
        """Press a key that leads to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def look(self, what: str) -> None:
        """Keep a picture of the whole page."""
        self.seen += 1
        self.page.screenshot(path=PICTURES / f"{self.name}-{self.seen}-{what}.png", full_page=True, timeout=PATIENCE)


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def reader(request, browser: Browser, site: str) -> Iterator[Reader]:
    """A reader at the front page, with scripts and without."""
    name = re.sub(r"[^a-z]+", "-", request.node.name.removeprefix("test_")).removesuffix("-chromium-")
    with browser.new_context(java_script_enabled=request.param) as context:
        page = context.new_page()
        page.goto(site)
        yield Reader(page, name)


def test_a_student_learns_from_a_misspelt_title_what_each_rung_pays_and_who_says_so(reader):
    page = reader.page
    reader.write(page.get_by_role("main").locator("input[type=search]"), "medcal recrods adminstrator")
    reader.press("Enter")
    expect(page.get_by_text("Showing results for")).to_be_visible()
    reader.look("found")
    reader.follow(page.get_by_role("main").get_by_role("link", name="Medical Records Administrator", exact=True).first)
    folded = page.get_by_role("region", name="Years and pay, rung by rung", include_hidden=True)
    page.locator("details", has=folded).first.locator("summary").first.click()
    table = page.get_by_role("region", name="Years and pay, rung by rung").first
    told = table.get_by_role("row").all_inner_texts()[1:]
    assert [re.findall(r"\$[\d,]+", rung) for rung in told] == [
        ["$38,000", "$42,000"],
        ["$52,000", "$55,000"],
        ["$65,000", "$68,000"],
        ["$80,000", "$85,000"],
        ["$100,000", "$105,000"],
    ]
    assert "Himalayas" in table.locator("caption").inner_text()
    reader.look("guide")
    reader.follow(table.get_by_role("link", name="$38,000"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Junior Medical Records Administrator")
    expect(page.get_by_text("Salary by Experience Level, row 1").first).to_be_visible()
    reader.look("figure")


def test_a_career_changer_compares_two_jobs_and_prints_it(reader):
    page = reader.page
    reader.follow(page.get_by_role("navigation", name="Main").get_by_role("link", name="Compare", exact=True))
    reader.write(page.get_by_label("The first, by title or code"), "Health Information Technician")
    reader.write(page.get_by_label("The second"), "health information manager")
    reader.press("Enter")
    page.get_by_text("Every figure of guides and official series").click()
    expect(page.get_by_text("B is $65,640 higher than A.").first).to_be_visible()
    reader.look("compared")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    assert answers_without_source(page) == []
    assert rows_that_may_split(page) == []
    reader.look("printed")
    assert page.pdf(path=PICTURES / f"{reader.name}.pdf", format="A4").startswith(b"%PDF")


def test_a_counsellor_finds_which_claim_is_wrong_and_cites_the_right_one(reader):
    page = reader.page
    reader.follow(page.get_by_role("link", name="All fact checks"))
    claim = page.get_by_role("listitem").filter(has_text="Median pay, a year: Medical Records Administrator")
    wrong = claim.filter(has_text="$48,780 for Medical Records Specialists")
    expect(wrong).to_contain_text("not $47,190")
    reader.look("checks")
    reader.follow(wrong.get_by_role("link", name="$48,780").first)
    assert page.url.endswith("/wages/may-2023/29-2072/US/#annual_median")
    expect(page.locator("pre").filter(has_text="48,780").first).to_be_visible()
    reader.look("right")
