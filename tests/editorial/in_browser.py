"""What editors do at the desk in a browser, whatever they have come for."""

import os
import re
from collections import Counter
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.editorial.conftest import PASSWORD

PICTURES = os.environ.get("RUNGS_PICTURES")
"""The folder in which pictures of pages are kept, for people to look at."""
WIDTHS = {"wide": 1280, "narrow": 390}
SCHEMES = ("light", "dark")
HEIGHT = "document.documentElement.scrollHeight"
HIGHEST = 6_000
"""How many pixels of a page a picture shows."""


def sign_in(page: Page, site: str, name: str) -> None:
    """Come to the desk by its door."""
    page.goto(f"{site}/admin/")
    page.fill("#id_username", name)
    page.fill("#id_password", PASSWORD)
    page.click("[type=submit]")


def hand_in(page: Page, reason: str = "") -> None:
    """From any page of the desk: go to the draft that one works in, and hand it in."""
    page.get_by_role("link", name=re.compile(r"^draft \d")).click()
    if reason:
        page.get_by_label("Why, in words a reader understands").fill(reason)
    page.get_by_role("button", name="Hand it in for review").click()
    expect(page.locator(".messagelist")).to_contain_text("It waits for a publisher now.")


def open_what_waits(page: Page, site: str) -> None:
    """From the desk's first page: the one draft that waits."""
    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="Waiting for review").click()
    page.locator("#result_list tbody th a").click()


def publish_what_waits(page: Page, site: str) -> None:
    open_what_waits(page, site)
    page.get_by_role("button", name="Publish it").click()
    expect(page.locator(".messagelist")).to_contain_text("Readers see it now")


def count_work(page: Page) -> Counter:
    """Counts page loads and clicks from now on, a button pressed with the keyboard among them."""
    counts: Counter = Counter()

    def loaded(request):
        if request.is_navigation_request() and request.frame == page.main_frame and not request.redirected_from:
            counts["page loads"] += 1

    page.on("request", loaded)
    page.expose_function("clicked", lambda: counts.update(["clicks"]))
    page.add_init_script("addEventListener('click', (event) => event.isTrusted && clicked(), true)")
    return counts


def take_picture(page: Page, name: str) -> None:
    """The page from its top, wide and narrow, light and dark, where pictures are asked for."""
    if not PICTURES:
        return
    Path(PICTURES).mkdir(parents=True, exist_ok=True)
    before = page.viewport_size
    for width, pixels in WIDTHS.items():
        page.set_viewport_size({"width": pixels, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            shown = {"x": 0, "y": 0, "width": pixels, "height": min(page.evaluate(HEIGHT), HIGHEST)}
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}-{scheme}.png", full_page=True, clip=shown)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(before)


TICK = 250
QUIET = 4_000
"""Milliseconds; the page waits 3,000 after the last key."""


class GuideInBrowser:
    """The page of a guide, written with the mouse and the keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.state = page.locator("[data-state]")
        self.on_their_way = 0
        page.on("request", lambda _: self._count(1))
        for ended in ("requestfinished", "requestfailed"):
            page.on(ended, lambda _: self._count(-1))

    def _count(self, step: int) -> None:
        self.on_their_way += step

    def parts_list(self, list_prefix: str) -> Locator:
        return self.page.locator(f"[data-list='{list_prefix}']")

    def parts(self, list_prefix: str) -> Locator:
        return self.parts_list(list_prefix).locator("> ol > li.guide-part:visible")

    def titles(self, list_prefix: str) -> list[str]:
        return self.parts(list_prefix).locator("[data-title]").all_text_contents()

    def add(self, list_prefix: str, **fields: str) -> None:
        self.parts_list(list_prefix).locator("button[name=_add]").click()
        self.put(self.parts(list_prefix).last, **fields)

    def put(self, part: Locator, **fields: str) -> None:
        for name, value in fields.items():
            field = part.locator(f"[data-field={name}]").locator("input, select, textarea").first
            if not field.is_visible():
                part.locator(".guide-more > summary").click()
            if field.evaluate("each => each.localName") == "select":
                field.select_option(value)
            else:
                field.fill(value)

    def wait_until_kept(self) -> None:
        """Everything typed is in the draft, and nothing of it is wrong."""
        self.wait_until_idle()
        expect(self.state).to_have_text(re.compile(r"^\d+ parts\. Kept in your draft at [^.]*\.$"), timeout=40_000)

    def wait_until_idle(self) -> None:
        """Nothing typed is on its way to the desk any more, nor about to be."""
        quiet = 0
        while quiet < QUIET:
            self.page.wait_for_timeout(TICK)
            quiet = 0 if self.on_their_way > 0 else quiet + TICK
