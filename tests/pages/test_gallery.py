"""The gallery of components: for developers only, with every state in it."""

import pytest

from pages.gallery import samples

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
