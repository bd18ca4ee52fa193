"""`edition=` at every address: it is answered as that edition had it, or refused in words."""

import pytest

from api.management.commands.write_examples import QUERIES
from facts.models import Edition
from pages.urls import urlpatterns
from tests.pages.every.addresses import STATUSES, WITH_DATA

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides")]

SAME_IN_ALL = ("/api/", "/faults/", "/nowhere/", "/download/")
"""How the API is used, pages of mistakes, and files, whose edition is a part of their address."""
PAGES = [each for each in WITH_DATA if not each.startswith(SAME_IN_ALL) and each not in STATUSES]
MACHINES = {"favicon", "llms", "robots", "sitemap", "oembed", "markdown"}
"""What says what there is, and another form of a page."""


@pytest.fixture
def newest() -> int:
    return Edition.objects.newest_first().first().number


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_of_the_edition_or_refuses_it(client, newest, address):
    path, _, fragment = address.partition("#")
    answer = client.get(f"{path}{'&' if '?' in path else '?'}edition={newest}", follow=True)
    text = answer.content.decode()
    if answer.status_code == 400:
        assert "Take <code>edition</code> out of the address" in text
    else:
        assert (answer.status_code, "</a> had it." in text) == (client.get(path).status_code, True)


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: str(pattern.name))
def test_no_page_ignores_it(pattern):
    assert pattern.name in MACHINES or getattr(pattern.callback, "edition", "") in ("answered", "refused")


def test_files_of_an_edition_have_an_address_of_their_own(client):
    assert client.get("/download/?edition=3")["Location"] == "/download/3/"


def test_every_operation_of_the_api_is_of_the_edition_or_refuses_it(client, newest):
    paths = client.get("/api/v1/schema/").json()["paths"]
    for path, item in paths.items():
        names = {each["name"]: each["in"] for each in item["get"].get("parameters", [])}
        if "path" in names.values():
            assert "edition" in names, path
            continue
        query = QUERIES.get(path.removesuffix(".csv").strip("/").rpartition("/")[2], {})
        answer = client.get(path, query | {"edition": newest})
        if answer.status_code == 400:
            codes = {each["code"] for each in answer.json()["errors"]}
            assert codes <= {"not_by_edition", "unknown_parameter"}, path
        else:
            assert (answer.status_code, answer["Rungs-Edition"]) == (200, str(newest)), path
            assert "edition" in names, path
