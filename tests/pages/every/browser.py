"""The site's answers in a real browser, without a server, and what is wrong with a page there."""

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag

from playwright.sync_api import ConsoleMessage, Page, Route

from tests.axe import violations
from tests.pages.every.answers import HOST, ask, fetched_by

LOOKS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}
WIDTHS = (320, 768, 1280)
SCREENS = (320, 390, 768, 1280, 1920)
EVERY_LOOK = [(width, looks) for width in WIDTHS for looks in LOOKS]
IN_SHORT = {"with data": (320, "dark"), "without data": (1280, "light")}
"""What the suite has time for on every page; `make sweep` takes EVERY_LOOK. Contrast is held in both schemes."""

HELD_ELSEWHERE = ("color-contrast",)
"""What axe need not look for where the sheet's own pairs of colours are looked at: half of its time."""

OUTSIDE = """() => [...document.querySelectorAll("main *")]
    .filter((e) => !e.closest(".scroll, .hidden, svg") && e.getBoundingClientRect().right > innerWidth + 1)
    .map((e) => `runs out sideways: ${e.outerHTML.slice(0, 80)}`)
    .concat(document.documentElement.scrollWidth > innerWidth ? ["the page scrolls sideways"] : [])"""
SHIFT = """() => new Promise((done) => {
    const add = (list) => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0));
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(0), 50);
})"""
PAIRS = (Path(__file__).parent / "pairs.js").read_text()


class Visit:
    """A page of the site in a browser, with what the browser complained of."""

    def __init__(self, page: Page, address: str):
        self.page = page
        self.address = f"{HOST}{urldefrag(address).url}"
        self.complaints: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.answers = {self.address: whole(ask(address))}
        html = self.answers[self.address]["body"].decode()
        self.answers |= {url: static_file(url) for url in fetched_by(html, address)}
        page.route("**/*", self._answer)
        self.status = page.goto(f"{HOST}{address}").status

    def faults(self, width: int, looks: str, *, leave_out: Collection[str] = ()) -> Iterator[str]:
        """What axe finds at a width, in light, dark or forced colours; some of its rules may be left out."""
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(**LOOKS[looks])
        rules = {name: {"enabled": False} for name in leave_out}
        yield from (f"{width} px, {looks}: {fault}" for fault in violations(self.page, rules=rules))

    def runs_out(self) -> Iterator[str]:
        """What runs out of the page sideways on any screen, from a phone's to the widest."""
        for width in SCREENS:
            self.page.set_viewport_size({"width": width, "height": 800})
            yield from (f"{width} px: {fault}" for fault in self.page.evaluate(OUTSIDE))

    def shift(self) -> float:
        """How far the page moved while it loaded, as the browser counts it: 0 is not at all."""
        return self.page.evaluate(SHIFT)

    def pairs(self, looks: str) -> list[dict]:
        """Every colour of text with the ground it stands on, as #rrggbb, with a place where it does."""
        self.page.emulate_media(**LOOKS[looks])
        return self.page.evaluate(PAIRS)

    def _answer(self, route: Route) -> None:
        """Answer from what was asked before: the browser's thread of work has no part in the test's transaction."""
        url = route.request.url
        if url in self.answers:
            route.fulfill(**self.answers[url])
        else:
            self.complaints.append(f"The page fetches {url}")
            route.abort()

    def _hear(self, message: ConsoleMessage) -> None:
        """Chromium says of a page that is a 404 that it failed to load, which is no complaint."""
        if not (message.text.startswith("Failed to load resource") and message.location["url"] == self.address):
            self.complaints.append(message.text)


def whole(answer) -> dict:
    """An answer as the browser is given it."""
    return {"status": answer.status_code, "headers": dict(answer.headers), "body": answer.getvalue()}


@cache
def static_file(url: str) -> dict:
    """The answer for a static file, read once."""
    return whole(ask(url.removeprefix(HOST)))
