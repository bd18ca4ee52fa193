"""The gallery of components: for developers only, every state readable by everyone."""

import pytest
from playwright.sync_api import Page

from pages.gallery import samples
from tests.pages.test_lists_in_browser import OUTSIDE, violations

pytestmark = pytest.mark.django_db


def test_readers_have_no_such_page(client):
    assert client.get("/components/").status_code == 404


def test_it_shows_every_state_with_its_sign_and_shape(client, settings):
    settings.DEBUG = True
    page = client.get("/components/").text
    shapes = ("none", "range", "open", "about", "atleast", "old", "broken", "differ")
    assert [shape for shape in shapes if f'data-shape="{shape}"' not in page] == []
    assert all(f"<h3>{sample.state}</h3>" in page for sample in samples())
    assert page.count("<desc>") == 4  # ladder, spread, states, ways in; pay by source is a table


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_every_state_is_readable_by_everyone(live_server, settings, page: Page, width, scheme):
    settings.DEBUG = True
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{live_server.url}/components/")
    assert page.locator(".figure").count() > len(list(samples()))
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(OUTSIDE) == []
