"""What a reader is told when something is not there or broken."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.views import jobs


@pytest.fixture
def client() -> Client:
    """A reader whose errors are answered as on a server."""
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nowhere/", "/careers/nobody/", "/figures/", "/a/b/c/d", "/%F0%9F%AA%9C/", "/.env"])
def test_an_address_where_nothing_stands_is_a_404_with_ways_on(client, path):
    response = client.get(path)
    assert response.status_code == 404
    page = response.content.decode()
    assert "Page not found" in page
    assert 'href="/careers/"' in page
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.django_db
def test_the_end_of_the_address_is_offered_as_a_search(client):
    assert 'value="medical recods clerk"' in client.get("/career/medical-recods-clerk/").content.decode()


@pytest.mark.django_db
def test_what_stands_in_the_address_cannot_become_markup(client):
    assert "<script>" not in client.get("/<script>alert(1)<script>/").content.decode().replace('<script src="', "")


def test_a_request_for_another_host_is_a_400_in_words(client):
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "That could not be read" in response.content.decode()


@pytest.mark.django_db
def test_a_broken_page_is_a_500_in_words_that_asks_the_database_nothing(client, monkeypatch):
    def broken(slug):
        raise RuntimeError("no")

    monkeypatch.setattr(jobs, "kept_career", broken)
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/careers/anything/")
    assert response.status_code == 500
    assert "The fault is ours" in response.content.decode()
    assert len(queries) == 0
