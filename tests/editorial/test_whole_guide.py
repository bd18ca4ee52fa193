"""A whole guide written, reviewed, mended, published, unpublished and restored at the desk, in a real browser.

`RUNGS_PICTURES=folder` keeps pictures of the pages on the way.
"""

import pytest
from playwright.sync_api import Page, expect

from editorial.groups import AUTHORS
from tests.editorial import acupuncturist, readers
from tests.editorial.conftest import new_editor
from tests.editorial.in_browser import (
    GuideInBrowser,
    count_work,
    hand_in,
    open_what_waits,
    publish_what_waits,
    sign_in,
    take_picture,
)

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db(transaction=True)]

MOST_PAGE_LOADS = 10


@pytest.fixture
def bens_page(browser, live_server, transactional_db):
    new_editor("ben")
    context = browser.new_context()
    page = context.new_page()
    sign_in(page, live_server, "ben")
    yield page
    context.close()


@pytest.fixture
def get(playwright, live_server):
    """What somebody reads who is not signed in."""
    reader = playwright.request.new_context(base_url=live_server.url)

    def answer(address):
        found = reader.get(address, max_redirects=0)
        return found.status, found.text()

    yield answer
    reader.dispose()


def begin(page: Page) -> GuideInBrowser:
    page.get_by_role("link", name="Begin a guide").click()
    for name, text in acupuncturist.BEGUN.items():
        page.fill(f"[name={name}]", text)
    take_picture(page, "1-begun")
    page.get_by_role("button", name="Begin it").click()
    return GuideInBrowser(page)


def write(guide: GuideInBrowser) -> None:
    for part in (*acupuncturist.SHARED, *acupuncturist.PARTS):
        guide.add(part.list_prefix, **part.fields)
    guide.wait_until_kept()


def send_back(page: Page, live_server) -> None:
    """Ben asks of one word, and says what is to be done."""
    open_what_waits(page, live_server)
    take_picture(page, "3-reviewed")
    change = page.locator("article.change", has_text="Refers patients").first
    row = change.locator("tr", has_text="Sends on whoever needs a physician.")
    row.get_by_text("Say something").click()
    row.get_by_label("Comment").fill("How soon?")
    row.get_by_role("button", name="Say it").click()
    page.get_by_label("Or say what is to be done about it").fill("Say how urgent a referral is.")
    page.get_by_role("button", name="Send it back").click()


def mend(page: Page, live_server) -> None:
    page.goto(f"{live_server}/admin/")
    page.get_by_role("link", name="Sent back to me").click()
    page.locator("#result_list tbody th a").click()
    expect(page.locator("article.change", has_text="Refers patients").first).to_contain_text("How soon?")
    expect(page.locator(".words")).to_contain_text("Say how urgent a referral is.")
    take_picture(page, "4-sent-back")
    page.get_by_role("link", name="Go on writing").click()
    guide = GuideInBrowser(page)
    guide.put(guide.parts("do-responsibility").last, **acupuncturist.MENDED)
    guide.wait_until_kept()
    take_picture(page, "5-mended")


def unpublish(page: Page, live_server) -> None:
    page.goto(f"{live_server}/admin/careers/career/")
    page.get_by_role("link", name="Acupuncturist").click()
    page.get_by_role("link", name="Unpublish").click()
    page.get_by_label("Why").fill(acupuncturist.REMOVED_BECAUSE)
    take_picture(page, "6-unpublished")
    page.get_by_role("button", name="Delete it").click()
    hand_in(page)


def restore(page: Page, live_server) -> None:
    page.goto(f"{live_server}/admin/")
    page.get_by_role("link", name="Removed rows").click()
    take_picture(page, "7-removed")
    page.locator("#result_list tbody tr").first.get_by_role("link", name="Restore").click()
    page.get_by_label("Why").fill(acupuncturist.RESTORED_BECAUSE)
    take_picture(page, "8-restored")
    page.get_by_role("button", name="Restore").click()
    hand_in(page)


def test_sixty_parts_are_written_reviewed_mended_published_unpublished_and_restored(
    page, bens_page, live_server, get, settings, record_property
):
    settings.REVIEW = True
    acupuncturist.given()
    new_editor("amy", AUTHORS)
    work = count_work(page)
    sign_in(page, live_server, "amy")
    write(begin(page))
    for what, count in work.items():
        record_property(f"{what} for {len(acupuncturist.PARTS)} parts", count)
    assert work["page loads"] <= MOST_PAGE_LOADS
    take_picture(page, "2-written")
    hand_in(page, "A new guide.")
    readers.check_unknown(get)
    send_back(bens_page, live_server)
    mend(page, live_server)
    hand_in(page, acupuncturist.PUBLISHED_BECAUSE)
    readers.check_unknown(get)
    publish_what_waits(bens_page, live_server)
    readers.check_public(get)

    unpublish(page, live_server)
    readers.check_public(get)
    publish_what_waits(bens_page, live_server)
    readers.check_removed(get, acupuncturist.REMOVED_BECAUSE)

    restore(page, live_server)
    publish_what_waits(bens_page, live_server)
    readers.check_public(get)
    for what, count in work.items():
        record_property(f"{what} of the author in all", count)
