"""Every link on every page of the real guides leads somewhere."""

import re
from functools import cache
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.test import Client
from lxml import html

pytestmark = [pytest.mark.long, pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("guides")]

SWAGGER = "/api/try/"  # drawn by Swagger UI
ELSEWHERE = re.compile(r"^(/admin/|/static/)")


class Page:
    """What a page links to, and the places on it that can be linked to."""

    def __init__(self, text: str):
        root = html.document_fromstring(text) if text else html.Element("html")
        self.links: set[str] = {link for link in root.xpath("//a/@href | //link/@href") if link.strip()}
        self.anchors: set[str] = set(root.xpath("//@id"))
        self.headings: int = len(root.xpath("//h1"))
        self.described = "".join(root.xpath("//meta[@name='description']/@content"))


class Crawl:
    """Every page that can be reached from the front page, by its address.

    A list in another state (an address with a question mark) is opened too, and not crawled further: its links are
    those of the list itself in yet more states.
    """

    def __init__(self):
        self.client = Client(raise_request_exception=False)
        self.pages: dict[str, Page] = {}
        self.wrong: dict[str, int] = {}
        self.pointers: set[tuple[str, str, str]] = set()
        waiting = ["/"]
        while waiting:
            address = waiting.pop()
            waiting += [new for new in self.open(address) if new not in self.pages and new not in waiting]

    def open(self, address: str) -> set[str]:
        """Open a page and give the addresses it leads to within the site."""
        response = self.client.get(address, follow=True)
        if response.status_code != 200:
            self.wrong[address] = response.status_code
        is_page = response["Content-Type"].startswith("text/html")
        page = self.pages[address] = Page(response.text if is_page else "")
        inside = {target for link in page.links if (target := self.within(address, link))}
        self.pointers |= {(address, *urldefrag(target)) for target in inside if urldefrag(target).fragment}
        return set() if "?" in address else {urldefrag(target).url for target in inside}

    @staticmethod
    def within(address: str, link: str) -> str | None:
        """The path that a link leads to, or None where it leaves the site or its readers' part."""
        parts = urlsplit(urljoin(f"http://testserver{address}", link))
        if parts.netloc not in ("testserver", "127.0.0.1:8000") or ELSEWHERE.match(parts.path):
            return None
        return parts._replace(scheme="", netloc="").geturl()


@cache
def _crawl() -> Crawl:
    return Crawl()


@pytest.fixture
def crawl(db) -> Crawl:
    """The crawl, made once for all tests here."""
    return _crawl()


def test_every_internal_link_answers(crawl):
    assert crawl.wrong == {}


def test_the_crawl_comes_everywhere(crawl):
    for part in (
        "/careers/",
        "/occupations/",
        "/figures/",
        "/wages/",
        "/sources/",
        "/changes/",
        "/compare/",
        "/search/",
    ):
        assert any(address.startswith(part) and address != part for address in crawl.pages), part
    assert len(crawl.pages) > 150


def test_every_link_into_a_page_finds_its_place_there(crawl):
    lost = {
        f"{page} → {target}#{anchor}"
        for page, target, anchor in crawl.pointers
        if target in crawl.pages and anchor not in crawl.pages[target].anchors
    }
    assert lost == set()


def test_every_page_has_one_heading_of_the_first_rank_and_a_description(crawl):
    ours = {address: page for address, page in crawl.pages.items() if address != SWAGGER}
    pages = {address: page for address, page in ours.items() if page.anchors}
    assert {address for address, page in pages.items() if page.headings != 1} == set()
    assert {address for address, page in pages.items() if not 30 <= len(page.described) <= 400} == set()
