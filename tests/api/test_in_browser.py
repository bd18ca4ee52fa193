"""The API's pages for people, in a browser."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def said(page):
    """What the browser's console says."""
    lines: list[str] = []
    page.on("console", lambda message: lines.append(message.text))
    page.on("pageerror", lambda error: lines.append(str(error)))
    return lines


@pytest.fixture
def elsewhere(tmp_path):
    """The address of another site, with one page."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Elsewhere</title>")
    serve = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_question_can_be_tried_under_the_policy(page, site, said):
    page.goto(f"{site}/api/try/#/careers/ladder")
    page.get_by_text("Execute").click()
    page.get_by_text("Response body").wait_for()
    assert "Junior Medical Records Administrator" in page.locator(".live-responses-table").inner_text()
    assert said == []


def test_another_site_s_page_may_read_the_api(page, site, elsewhere):
    page.goto(elsewhere)
    read = page.evaluate(
        """async address => {
            const answer = await fetch(address, {headers: {"If-None-Match": '"none"'}})
            return [answer.status, answer.headers.get("Rungs-Edition"), (await answer.json()).count]
        }""",
        f"{site}/api/v1/careers/",
    )
    assert read[0] == 200
    assert int(read[1]) >= 1
    assert read[2] == 10
