"""The whole site as it is served, in a browser that holds it to its own policies."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def complaints(page):
    """What the browser says on its console, and the answers that were errors."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda answer: said.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    return said


@pytest.mark.parametrize("door", ["/", "/careers/", "/careers/medical-records-administrator/", "/admin/login/"])
def test_a_door_opens_without_a_complaint(page, site, complaints, door):
    answer = page.goto(f"{site}{door}")
    assert answer.status == 200
    assert complaints == []


def test_what_the_policies_forbid_is_not_run(page, site, complaints):
    page.goto(f"{site}/healthz")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = true'}))")
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in complaint or "violates" in complaint for complaint in complaints)


def test_a_reader_is_given_no_cookie(page, site):
    page.goto(f"{site}/careers/medical-records-administrator/")
    assert page.context.cookies() == []


def test_a_page_comes_compressed_with_its_style(page, site):
    with page.expect_response("**/*.css") as style:
        answer = page.goto(f"{site}/")
    assert answer.header_value("content-encoding") == "gzip"
    assert style.value.header_value("content-encoding") == "gzip"
