"""The minimal views that Rungs is measured against read what its own pages read, and say the same."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.minimal import settings as minimal_settings

pytestmark = pytest.mark.django_db

GUIDE = "/careers/medical-records-administrator/"
OCCUPATION = "/occupations/29-9021/"
LIST = "/api/v1/salaries/?page_size=24"
OUR_OWN = ("facts_edition", "facts_rendering")
"""Which edition an answer is of, and the parts of a page made of the document: Rungs asks for both besides."""


@pytest.fixture
def minimal(settings):
    """Asks the minimal views, and Rungs no more."""

    def ask(address):
        for name in ("MIDDLEWARE", "ROOT_URLCONF", "TEMPLATES"):
            setattr(settings, name, getattr(minimal_settings, name))
        return Client().get(address)

    return ask


@pytest.mark.parametrize("address", [GUIDE, OCCUPATION])
def test_the_minimal_view_reads_with_the_same_queries(guides, client, minimal, address):
    client.get(address)  # freezes the document that both then read
    ours = _queries(client.get, address)
    assert _queries(minimal, address) == ours
    assert ours


def _queries(ask, address):
    with CaptureQueriesContext(connection) as queries:
        assert ask(address).status_code == 200
    return sorted(
        re.sub(r" LIMIT \d+$", "", query["sql"]) for query in queries if not any(own in query["sql"] for own in OUR_OWN)
    )


def test_the_minimal_list_says_what_the_api_says(guides, client, minimal):
    ours, theirs = client.get(LIST).json(), minimal(LIST).json()
    assert theirs.keys() == ours.keys()
    assert theirs["count"] == ours["count"] > 0
    for their, our in zip(theirs["results"], ours["results"], strict=True):
        assert {name: _plain(their[name], our[name]) for name in their} == _without_hosts(our)


def _plain(their, our):
    """A decimal comes as text where no serializer makes it a number."""
    if isinstance(our, dict):
        return {name: _plain(value, our.get(name)) for name, value in their.items()}
    return float(their) if isinstance(our, int | float) else their


def _without_hosts(row):
    return row | {name: row[name].removeprefix("http://testserver") for name in ("url", "page")}


def test_the_minimal_guide_writes_every_word_of_the_sections(guides, client, minimal):
    document = client.get("/api/v1/careers/medical-records-administrator/").json()
    page = unescape(minimal(GUIDE).text)
    assert document["sections"]
    assert [section["key"] for section in document["sections"] if section["body"] not in page] == []
