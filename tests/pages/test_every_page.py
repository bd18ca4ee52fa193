"""Every page with data: what it weighs, what it fetches and sets, and whether it is valid."""

import re
from functools import cache
from gzip import decompress
from pathlib import Path

import pytest
from django.conf import settings

from tests.pages.every.addresses import STATUSES, WITH_DATA
from tests.pages.every.answers import HOST, ask, fetched_by, wire_size
from tests.pages.every.html import errors_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everything_told", "no_query_in_a_loop")]

KILOBYTES = 1024
# busy.html is sent by the server itself; gone.html is looked at where rows are removed, in tests/editorial
NOT_A_PAGE = {"base.html", "busy.html", "llms.txt", "pages/gone.html", "robots.txt", "sitemap.xml"}
SWAGGER = "api/try.html"  # drawn by Swagger UI, and opened by choice
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)(?![^>]*application/ld\+json)")


@cache
def asked(address: str):
    """The answer as a browser asks for it, once for all tests here."""
    return ask(address, accept_encoding="gzip")


def html_of(address: str) -> str:
    """The same, unpacked."""
    return decompress(asked(address).content).decode()


@pytest.mark.parametrize("address", WITH_DATA)
def test_a_first_visit_is_light_and_ours_alone(address):
    answer = asked(address)
    assert answer.status_code == STATUSES.get(address, 200)
    fetched = fetched_by(html_of(address), address)
    assert {url for url in fetched if not url.startswith(f"{HOST}/static/")} == set()
    assert len(answer.content) + sum(map(wire_size, fetched)) <= 60 * KILOBYTES
    assert sum(wire_size(url) for url in fetched if url.endswith(".js")) <= 15 * KILOBYTES
    assert not answer.cookies
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert INLINE.findall(html_of(address)) == []


def test_no_template_of_a_page_is_left_out():
    seen = {template.name for address in WITH_DATA for template in asked(address).templates}
    assert _templates() - seen == {SWAGGER}


@pytest.mark.vnu
def test_every_page_is_valid(tmp_path):
    assert errors_in({address: html_of(address) for address in WITH_DATA}, tmp_path) == []


def _templates():
    folder = Path(settings.BASE_DIR, "templates")
    pages = [*folder.glob("*.*"), *folder.glob("pages/*.html"), *folder.glob("api/*.html")]
    return {str(page.relative_to(folder)) for page in pages} - NOT_A_PAGE
