"""The desk as an editor sees it: what is typed is published, no page breaks its own rules, all can be named."""

import re
from contextlib import contextmanager

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from editorial.groups import AUTHORS
from editorial.models import Report
from facts.models import Correction, Edition
from salaries.models import Salary
from tests.axe import violations
from tests.editorial.conftest import new_editor
from tests.editorial.forms import admin_url
from tests.editorial.in_browser import hand_in, publish_what_waits, sign_in
from tests.factories import (
    DraftFactory,
    LadderFactory,
    PathFactory,
    PlaceFactory,
    ProposalFactory,
    ReportFactory,
    SalaryFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A list that opens over the page stands outside its landmarks, and so does the calendar.
OUTSIDE_LANDMARKS = {"rules": {"region": {"enabled": False}}}


@pytest.fixture
def complaints(page):
    """What the browser has to say against the pages: errors, and what the Content-Security-Policy stopped."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.fixture
def salary(transactional_db):
    """The median of the first of five rungs."""
    ladder = LadderFactory(rungs=5)
    first, *_ = [
        SalaryFactory(career=ladder.career, source=ladder.source, level=rung, median=38_000)
        for rung in ladder.rungs.all()
    ]
    return first


def a_draft():
    """A draft that waits for somebody else than Ann."""
    place = PlaceFactory(canada=True)
    return ProposalFactory(draft=DraftFactory(waiting=True), row=place.pk, base_version=place.version).draft


@pytest.fixture
def at_desk(page, live_server, transactional_db):
    """Ann logs in; gives what opens a page of the desk by its address."""
    new_editor("ann")
    sign_in(page, live_server, "ann")

    def go(url):
        page.goto(f"{live_server}{url}")
        return page

    return go


def test_a_median_of_a_ladder_is_changed_and_published(at_desk, salary, complaints):
    page = at_desk(admin_url(salary.level.ladder))
    page.fill("#id_salaries-0-median", "39000")
    page.fill("#id_salaries-0-as_printed", "$39,000")
    page.fill("#id_why", "The table was printed anew.")
    page.get_by_label("If a figure changes").select_option("revision")
    page.click("text=Save and continue editing")
    expect(page.locator(".messagelist")).to_contain_text("Readers see it now: Edition 1.")
    expect(page.locator("#id_salaries-0-median")).to_have_value("39000")
    assert Salary.objects.get(pk=salary.pk).median == 39_000
    assert Edition.objects.get().reason == "The table was printed anew."
    assert complaints == []


def test_as_the_documentation_has_it_a_median_is_changed_reviewed_published_seen_and_undone(
    browser, page, live_server, salary, complaints, settings
):
    settings.REVIEW = True
    figure, corrections, feed = salary.get_absolute_url(), "/corrections/", "/corrections/feed/"
    in_api = f"/api/v1/salaries/{salary.key}/"
    new_editor("ann", AUTHORS)
    new_editor("ben")

    @contextmanager
    def another_browser():
        context = browser.new_context()
        yield context.new_page()
        context.close()

    def readers_see(median, notices):
        with another_browser() as reader:
            reader.goto(f"{live_server}{figure}")
            expect(reader.locator("#median data")).to_have_text(f"${median:,}")
            reader.goto(f"{live_server}{corrections}")
            expect(reader.locator("main .rungs > li")).to_have_count(notices)
            assert reader.request.get(f"{live_server}{in_api}").json()["median"] == median
            assert reader.request.get(f"{live_server}{feed}").text().count("<entry>") == notices
            assert reader.context.cookies() == []

    sign_in(page, live_server, "ann")
    page.get_by_role("link", name="Ladders", exact=True).click()
    page.locator("#result_list tbody th a").click()
    page.get_by_label("Why", exact=False).last.fill("The table was printed anew.")
    page.fill("#id_salaries-0-median", "39000")
    page.fill("#id_salaries-0-as_printed", "$39,000")
    page.get_by_label("If a figure changes").select_option("correction")
    page.get_by_label("How the mistake came about").fill("A digit was misread.")
    page.get_by_role("button", name="Save and continue editing").first.click()
    expect(page.locator(".messagelist")).to_contain_text("Kept in your draft")
    readers_see(38_000, notices=0)
    hand_in(page)
    expect(page.get_by_role("button", name="Publish it")).to_have_count(0)
    with another_browser() as bens:
        sign_in(bens, live_server, "ben")
        publish_what_waits(bens, live_server)
        readers_see(39_000, notices=1)

        page.goto(f"{live_server}{admin_url(salary)}")
        page.get_by_role("link", name="History").click()
        page.get_by_role("link", name="Restore this version").last.click()
        page.get_by_label("Why").fill("The first reading was right.")
        page.get_by_label("If a figure changes").select_option("revision")
        page.get_by_role("button", name="Restore it").click()
        readers_see(39_000, notices=1)
        hand_in(page)
        publish_what_waits(bens, live_server)
        readers_see(38_000, notices=2)
    assert [notice.kind for notice in Correction.objects.order_by("pk")] == ["correction", "revision"]
    assert complaints == []


def test_a_reader_reports_and_an_editor_answers(at_desk, browser, live_server, salary, complaints):
    context = browser.new_context(java_script_enabled=False)
    reader = context.new_page()
    reader.goto(f"{live_server}{salary.get_absolute_url()}")
    reader.get_by_role("link", name="Report a problem").click()
    reader.get_by_label("What is wrong?").fill("The year <b>is</b> missing.")
    reader.get_by_label("Where does it say so?").fill("Row 1")
    reader.get_by_role("button", name="Send it to the editors").click()
    expect(reader.locator("h1")).to_have_text("Thank you")
    assert context.cookies() == []

    page = at_desk("/admin/")
    page.get_by_role("link", name="Readers’ reports").click()
    page.locator("#result_list tbody th a").click()
    expect(page.locator("blockquote").first).to_have_text("The year <b>is</b> missing.")
    page.fill("#id_words", "The source gives none.")
    page.get_by_role("button", name="Answer").click()
    expect(page.locator(".messagelist")).to_contain_text("Answered.")
    reader.reload()
    expect(reader.locator("main")).to_contain_text("The source gives none.")
    assert Report.objects.get().settled_by.username == "ann"
    assert complaints == []
    context.close()


def test_a_place_is_chosen_by_typing(at_desk, salary, complaints):
    PlaceFactory(canada=True)
    page = at_desk(admin_url(salary))
    page.click(".field-place .select2-selection")
    page.keyboard.type("Cana")
    page.get_by_role("option", name="Canada").click()
    page.get_by_label("If a figure changes").select_option("revision")
    page.click("[name=_save] >> nth=0")
    page.wait_for_url("**/salary/")
    assert Salary.objects.get(pk=salary.pk).place.code == "CA"
    assert complaints == []


def test_a_place_is_added_on_the_way(at_desk, salary, complaints):
    page = at_desk(admin_url(salary))
    with page.expect_popup() as popup:
        page.click("#add_id_place")
    popup.value.fill("#id_name", "Narnia")
    popup.value.fill("#id_code", "NA")
    popup.value.select_option("#id_kind", "country")
    popup.value.click("[name=_save] >> nth=0")
    page.wait_for_selector(".field-place .select2-selection__rendered[title=Narnia]")
    assert Edition.objects.get().changes.get().title == "Narnia"
    assert complaints == []


def test_a_rung_is_added_to_the_form(at_desk, salary, complaints):
    page = at_desk(admin_url(salary.level.ladder))
    page.click("#rungs-group .add-row a")
    said = {"position": "6", "title": "President", "locator": "Career path"}
    for name, text in said.items():
        page.fill(f"#id_rungs-5-{name}", text)
    page.click("[name=_continue] >> nth=0")
    expect(page.locator("#id_rungs-5-title")).to_have_value("President")
    expect(page.locator("#id_salaries-5-level option:checked")).to_have_text("6. President")
    assert complaints == []


def test_a_table_is_written_into_with_the_keyboard_alone(at_desk, salary, complaints):
    page = at_desk(reverse("admin:salaries_salary_grid"))
    first = page.locator("td[data-name=median] input").nth(0)
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("td[data-name=median] input").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.type("90000")
    expect(page.locator("[data-said]")).to_contain_text("A change of 137%: sure?")
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("39000")
    expect(page.locator("[data-said]")).to_have_text("")
    second = {name: page.locator(f"td[data-name={name}] input").nth(1) for name in ("low", "mean", "high")}
    second["low"].fill("50000")
    second["high"].fill("40000")
    second["mean"].fill("99000")
    expect(page.locator("[data-said]")).to_contain_text("The low end is above the high one.")
    page.locator("td[data-name=median] input").nth(2).fill("90000")
    said = "The low end is above the high one. (.*) The mean lies far outside the range. (.*) A change of 137%: sure?"
    expect(page.locator("[data-said]")).to_have_text(re.compile(said))
    for cell in second.values():
        cell.fill("")
    page.locator("td[data-name=median] input").nth(2).fill("38000")
    expect(page.locator("[data-said]")).to_have_text("")
    page.locator("td[data-name=as_printed] input").nth(0).fill("$39,000")
    page.get_by_label("If a figure changes").select_option("revision")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Readers see it now")
    assert Salary.objects.filter(median=39_000).count() == 1
    assert complaints == []


def test_everything_can_be_named_and_told_apart(at_desk, page, salary):
    pages = [
        "/admin/",
        admin_url(Salary, "changelist"),
        admin_url(salary),
        admin_url(salary, "history"),
        admin_url(salary, "delete"),
        admin_url(salary.level.ladder),
        admin_url(salary.career),
        admin_url(PathFactory()),
        reverse("admin:salaries_salary_grid"),
        reverse("admin:salaries_salary_sheet"),
        f"{admin_url(salary, 'history')}{salary.history.get().history_id}/restore/",
        a_draft().desk_url,
        ReportFactory(model="salaries.salary", row=salary.pk).desk_url,
        f"{admin_url(salary)}?report={Report.objects.get().pk}",
        reverse("admin:queue", args=["contradictions"]),
        f"{reverse('report')}?about={salary.get_absolute_url()}",
    ]
    for url in pages:
        page.emulate_media(color_scheme="light")
        assert violations(at_desk(url), **OUTSIDE_LANDMARKS) == [], url
        page.emulate_media(color_scheme="dark")
        assert violations(page, runOnly=["color-contrast"]) == [], url


def test_the_way_in_can_be_named(page, live_server):
    page.goto(f"{live_server}/admin/login/")
    assert violations(page) == []


def test_a_phone_shows_a_form_without_scrolling_aside(at_desk, page, salary):
    page.set_viewport_size({"width": 390, "height": 800})
    for url in ("/admin/", admin_url(salary), admin_url(salary.level.ladder)):
        at_desk(url)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, url


def test_words_that_were_not_saved_are_offered_again(at_desk, salary, complaints):
    page = at_desk(admin_url(salary))
    page.fill("#id_note", "Nurses alone.")
    page.wait_for_timeout(100)
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(page.url)
    expect(page.locator(".kept-words")).to_contain_text("did not save it")
    page.click("text=Put it back")
    expect(page.locator("#id_note")).to_have_value("Nurses alone.")
    page.click("[name=_save]")
    expect(page.locator(".messagelist")).to_contain_text("Readers see it now")
    at_desk(admin_url(salary))
    expect(page.locator("#id_note")).to_have_value("Nurses alone.")
    expect(page.locator(".kept-words")).to_have_count(0)
    assert complaints == []


def test_what_is_wrong_takes_the_focus_and_leads_to_its_field(at_desk, salary):
    page = at_desk(admin_url(salary))
    page.fill("#id_as_printed", "")
    page.evaluate("document.querySelector('#salary_form').noValidate = true")
    page.click("[name=_save]")
    expect(page.locator(".error-summary")).to_be_focused()
    page.click(".error-summary a")
    assert page.url.endswith("#id_as_printed")
