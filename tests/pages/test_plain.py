"""Pages as Markdown, and what language models are told there is."""

import re

import pytest

from tests.pages.every.addresses import WITH_DATA

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides")]

NO_PAGES = ("/nowhere", "/faults")
PAGES = [each for each in WITH_DATA if each.endswith("/") and "?" not in each and not each.startswith(NO_PAGES)]
CAREER = "/careers/medical-records-administrator"


def test_a_job_as_markdown_says_what_its_page_says(client):
    answer = client.get(f"{CAREER}.md")
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/markdown; charset=utf-8"
    assert answer["Link"].endswith(f'{CAREER}/>; rel="canonical"')
    assert text.startswith("# Medical Records Administrator")
    assert "$47,190" in text
    assert "Himalayas" in text
    assert not re.search(r"</?(div|p|span|section|nav|svg|script|form)\b", text)
    assert not re.search(r"\]\(/", text)


@pytest.mark.once
@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_markdown_too(client, address):
    shown = client.get(address)
    told = client.get(f"{address.rstrip('/') or '/index'}.md")
    if shown.status_code == 200 and not address.startswith("/download"):
        assert told.status_code == 200
        assert re.search(r"^# \S", told.content.decode(), re.MULTILINE)
    else:
        assert told.status_code in (shown.status_code, 404)


@pytest.mark.parametrize("address", ["/nowhere.md", "/admin.md", "/healthz.md", "/mcp.md", "/careers/nobody.md"])
def test_what_is_no_page_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_toolkit_documents_stay_what_they_are(client):
    answer = client.get(f"{CAREER}/toolkit/resume.md")
    assert "attachment" in answer["Content-Disposition"]


def test_language_models_are_told_what_there_is(client):
    text = client.get("/llms.txt").content.decode()
    assert text.startswith("# Rungs\n\n> ")
    for address in re.findall(r"\]\(http://[^/]+(/[^)]*\.md)\)", text):
        assert client.get(address).status_code == 200, address


AGENTS = ["text/markdown", "text/markdown, text/html;q=0.9, */*;q=0.8", "TEXT/MARKDOWN;q=0.5, text/html;q=0.2"]
READERS = [
    "",
    "*/*",
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "text/html, text/markdown",
    "text/markdown;q=0.1, text/html",
    "text/markdown;q=0",
    "text/*",
]


@pytest.mark.parametrize("accept", AGENTS)
def test_who_asks_for_markdown_gets_it_at_the_page_s_own_address(client, accept):
    page = client.get("/careers/medical-records-administrator/", headers={"accept": accept})
    assert page["Content-Type"] == "text/markdown; charset=utf-8"
    assert page.content == client.get("/careers/medical-records-administrator.md").content
    assert "Accept" in page["Vary"]


@pytest.mark.parametrize("accept", READERS)
def test_everybody_else_gets_html(client, accept):
    page = client.get("/careers/medical-records-administrator/", headers={"accept": accept})
    assert page["Content-Type"] == "text/html; charset=utf-8"
    assert "Accept" in page["Vary"]
