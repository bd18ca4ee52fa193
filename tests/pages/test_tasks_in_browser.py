"""What readers come for, in a real browser from the home page: each task within so many clicks.

A click is a link, a button, or Enter in a field. What they see is kept as pictures in test-results/tasks/.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Locator, Page, expect

from tests.browser import manage, served
from tests.stages import Stages

pytestmark = pytest.mark.browser

PICTURES = Path(settings.BASE_DIR, "test-results", "tasks")
PATIENCE = 15_000  # milliseconds, on a busy machine
ADMINISTRATOR = "medical records administrator"


class Visitor:
    """Somebody who has just come to the home page, and whose clicks are counted."""

    def __init__(self, page: Page, home: str):
        self.page = page
        self.clicks = 0
        page.set_default_timeout(PATIENCE)
        page.goto(home)

    def search(self, words: str) -> None:
        self.page.get_by_role("main").locator("input[type=search]").fill(words)
        self.click(self.page.get_by_role("main").get_by_role("button", name="Search"))

    def click(self, place: Locator) -> None:
        self.clicks += 1
        place.first.click()

    def follow(self, name: str, *, exact: bool = True) -> None:
        self.click(self.page.get_by_role("main").get_by_role("link", name=name, exact=exact))

    def sees(self, *texts: str | re.Pattern) -> None:
        for text in texts:
            expect(self.page.get_by_role("main").get_by_text(text).filter(visible=True).first).to_be_visible()

    def keep(self, name: str) -> None:
        self.page.screenshot(path=PICTURES / f"{name}-{self.clicks}.png", timeout=60_000)


@pytest.fixture(scope="module")
def home(stages: Stages) -> Iterator[str]:
    environment = os.environ | {"RUNGS_LOCAL": "1", "DATABASE_URL": stages.copied("guides_paid", "tasks")}
    manage(["shell", "-c", "from tests.pages.stage_of_tasks import tell; tell()"], environment)
    with served(environment) as address:
        yield address


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def visitor(request, page: Page, home: str) -> Visitor:
    page.set_viewport_size({"width": request.param, "height": 844})
    return Visitor(page, home)


def test_a_nurses_pay_in_ohio_and_how_pay_changed_in_the_nation(visitor):
    visitor.search("nurse in Ohio")
    visitor.sees("$82,510")
    visitor.follow("Registered Nurses")
    visitor.sees(re.compile("Pay in Ohio"), "$82,510")
    visitor.page.get_by_label("Show pay for").select_option("")
    visitor.click(visitor.page.get_by_role("button", name="Show", exact=True))
    visitor.sees(re.compile(r"Up 20% since May 2022, up 9% after inflation"))
    visitor.keep("nurse")
    assert visitor.clicks <= 3


def test_jobs_without_a_degree_that_pay_over_60000(visitor):
    visitor.follow("jobs without a degree over $60,000")
    visitor.sees("Elevator and Escalator Installers and Repairers")
    assert visitor.page.get_by_role("main").get_by_role("link", name="Registered Nurses").count() == 0
    visitor.keep("no-degree")
    assert visitor.clicks <= 2


def test_what_a_clerk_earns_and_how_to_become_one(visitor):
    visitor.search("clerk")
    visitor.follow("Office Clerks, General")
    visitor.sees(re.compile(r"\$45,010"), "High school diploma or equivalent", "How to become one")
    visitor.keep("clerk")
    assert visitor.clicks <= 2


def test_how_a_technician_becomes_a_manager(visitor):
    visitor.search(ADMINISTRATOR)
    visitor.follow("Medical Records Administrator")
    visitor.click(visitor.page.get_by_role("navigation", name="On this page").get_by_role("link", name="Career path"))
    visitor.sees(re.compile(r"5 steps, from Junior Medical Records Administrator to"), "Manager", "$80k")
    visitor.keep("path")
    assert visitor.clicks <= 3


def test_whether_ai_will_change_a_job(visitor):
    visitor.search("nurse")
    visitor.follow("Registered Nurses")
    visitor.sees(re.compile(r"Studies of AI disagree on Registered Nurses: the 67th percentile of all jobs by"))
    visitor.page.locator("#outlook").scroll_into_view_if_needed()
    visitor.keep("ai")
    assert visitor.clicks <= 2


def test_a_nurse_against_a_radiologic_technologist(visitor):
    visitor.follow("Compare jobs")
    visitor.page.get_by_label("The first, by title or code").fill("nurse")
    visitor.page.get_by_label("The second").fill("radiologic technologist")
    visitor.click(visitor.page.get_by_role("main").get_by_role("button", name="Compare"))
    visitor.sees("Side by side")
    assert visitor.page.locator("#jobs tbody tr th[scope=row]").count() >= 12
    visitor.keep("compare")
    assert visitor.clicks <= 3


def test_schools_near_me(visitor):
    visitor.follow("Find schools")
    visitor.page.get_by_label("State").select_option("OH")
    visitor.click(visitor.page.get_by_role("button", name="Filter"))
    visitor.sees("Akron College")
    assert visitor.page.get_by_text("Normal College").count() == 0
    visitor.keep("schools")
    assert visitor.clicks <= 3


def test_citing_a_number(visitor):
    visitor.search("nurse")
    visitor.follow("Registered Nurses")
    visitor.click(visitor.page.locator(".answers .big a"))
    expect(visitor.page.locator("pre").filter(has_text="97,550").first).to_be_visible()
    visitor.keep("cite")
    assert visitor.clicks <= 3


def test_a_sheet_to_print_with_the_official_figure_first(visitor):
    visitor.search(ADMINISTRATOR)
    visitor.follow("Medical Records Administrator")
    visitor.follow("One page to print")
    first = visitor.page.locator(".said-keys li").first
    expect(first).to_contain_text("$51,140")
    expect(first).to_contain_text("Medical Records Specialists")
    visitor.keep("sheet")
    assert visitor.clicks <= 3


def test_pay_after_inflation(visitor):
    visitor.search("nurse")
    visitor.follow("Registered Nurses")
    visitor.sees(re.compile("up 9% after inflation"))
    chart = visitor.page.locator("#pay figure").first
    expect(chart).to_contain_text("Ring: the median in May 2025 dollars")
    chart.get_by_role("link", name=re.compile("^2022")).hover()
    expect(chart.get_by_text(re.compile(r"2022: \$81,220, \$89,3\d\d in today’s money"))).to_be_visible()
    visitor.keep("inflation")
    assert visitor.clicks <= 2


def test_what_fits_an_associates_degree_and_interests(visitor):
    visitor.follow("Find jobs that fit you")
    answers = 0
    for box in ("activity",):
        visitor.page.locator(f"input[name={box}]").nth(3).check()
        answers += 1
    visitor.page.locator("#education").select_option(label="Associate's degree")
    answers += 1
    visitor.click(visitor.page.get_by_role("button", name="Show jobs"))
    visitor.sees("Radiologic Technologists and Technicians")
    visitor.keep("fit")
    assert answers <= 8


def test_which_claim_in_a_guide_is_wrong(visitor):
    visitor.search(ADMINISTRATOR)
    visitor.follow("Medical Records Administrator")
    wrong = visitor.page.locator("#sources > .tick").get_by_text(re.compile(r"not \$47,190"))
    expect(wrong).to_be_visible()
    visitor.page.locator("#sources").scroll_into_view_if_needed()
    visitor.keep("wrong-claim")
    assert visitor.clicks <= 2
