"""What makes no sense is answered with words and a way on, never with a broken page."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_career_told")]

WHOLE = (
    "/careers/career/readiness/words/",
    "/occupations/29-2072/places/",
    "/figures/pay-of-career/cite.bib",
    "/wages/may-2024/29-2072/US/",
    "/sources/bls-oews/may-2024/",
    "/changes/12/",
    "/schools/100001/",
    "/compare.csv",
)
CUT = sorted({address[:length] for address in WHOLE for length in range(2, len(address))})


@pytest.fixture
def client() -> Client:
    """A reader whose errors are answered as on a server."""
    return Client(raise_request_exception=False)


def answer_of(client, address: str, **asked):
    """The answer in the end, after any redirects."""
    return client.get(address, asked, follow=True)


def has_words_and_a_way_on(answer) -> bool:
    """Whether it is a page with one heading, and a link or a form to go on with."""
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return main.count("<h1") == 1 and ("<a href=" in main or "<form" in main)


def test_an_address_cut_short(client):
    answers = {address: answer_of(client, address) for address in CUT}
    assert {address for address, answer in answers.items() if answer.status_code not in (200, 404)} == set()
    assert {address for address, answer in answers.items() if not has_words_and_a_way_on(answer)} == set()


@pytest.mark.parametrize(
    "items",
    [
        [],
        ["one"],
        ["one", "one"],
        ["zeppelin"],
        ["zeppelin", "zeppelin"],
        ["one", "zeppelin"],
        ["", " "],
        ["医疗记录", "مدير"],
        ["x" * 10_000, "y" * 10_000],
        ["one", "2", "3", "4", "5"],
        [f"{number}" for number in range(500)],
        ["\x00", "%", "<b>"],
    ],
    ids=lambda items: f"{len(items)} {items[:1]}"[:30],
)
def test_a_comparison_of_what_cannot_be_compared(client, items):
    answer = answer_of(client, "/compare/", item=items)
    assert answer.status_code == 200
    assert has_words_and_a_way_on(answer)


@pytest.mark.parametrize(
    "query", ["z" * 10_000, " " * 50, "\t\n", "医疗记录管理员", "مدير السجلات", "🪜", "\x00", "%%%"], ids=ascii
)
def test_a_search_that_finds_nothing(client, query):
    answer = answer_of(client, "/search/", q=query)
    assert answer.status_code == 200
    assert has_words_and_a_way_on(answer)


@pytest.mark.parametrize(
    "address",
    [
        "/careers/?median_min=90000&median_max=10000",
        "/careers/?growth_min=50&growth_max=-50&field=databases",
        "/occupations/?median_min=90000&median_max=10000",
        "/occupations/?scheme=soc-2010&scheme=soc-2018&q=zeppelin",
        "/schools/?tuition_min=50000&tuition_max=1",
        "/schools/?state=AL&state=NV&award=none",
        "/fact-checks/?verdict=agrees&verdict=contradicted&source=none",
        "/fit/?credential=none&education=none&years=-1",
        "/fit/?years=99999999999999999999",
    ],
)
def test_filters_that_contradict(client, address):
    answer = answer_of(client, address)
    assert answer.status_code == 200
    assert has_words_and_a_way_on(answer)
