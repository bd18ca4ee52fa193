"""Pages about the site itself, reached from the foot of every page."""

import re

import pytest
from django.urls import reverse

from tests import factories as make

NAMES = ("about", "privacy", "accessibility", "contact")

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", NAMES)
def test_every_page_leads_to_it(client, name):
    assert f'href="{reverse(name)}"' in client.get("/").content.decode().partition("<footer")[2]
    assert client.get(reverse(name)).status_code == 200


def test_readers_may_write_to_the_address_that_the_site_gives(client, settings):
    assert "has not given an address yet" in client.get("/contact/").content.decode()
    settings.PUBLIC_CONTACT = "editors@rungs.example"
    assert 'href="mailto:editors@rungs.example"' in client.get("/contact/").content.decode()


def test_the_number_of_sources_is_that_of_the_site(client):
    make.SourceFactory.create_batch(3)
    assert "all 3 sources" in re.sub(r"\s+", " ", client.get("/about/").content.decode())


def test_privacy_says_what_is_so_a_reader_gets_no_cookie(client):
    assert "We set no cookies for readers" in client.get("/privacy/").content.decode()
    assert not client.get("/fit/").cookies
