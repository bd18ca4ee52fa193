"""What axe finds on a page that keeps somebody from reading or using it."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RUN = """(options) => Promise.all(document.getAnimations().map((fade) => fade.finish()))
    .then(() => axe.run({...options, resultTypes: ["violations"]}))
    .then((found) => found.violations.map((each) => `${each.id}: ${each.nodes[0].html}`))"""
"""Colours that fade when the scheme changes are taken as they will be."""


def violations(page: Page, **options) -> list[str]:
    """The rules that the page breaks as it is shown, each with the first place; `options` are those of axe.run."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, options)
