"""One search over everything, what uses a row, find and replace, links looked up, guides to be looked through again."""

import re
import threading
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse
from lxml import html

from careers.models import Point, Skill
from editorial import link_checking
from editorial.link_checking import LinkAnswer, check_links, look_up
from editorial.models import LinkCheck
from tests.editorial.drafts import hand_in, only_draft, publish
from tests.editorial.forms import admin_url, filled_in, save
from tests.editorial.rows import EDITED
from tests.factories import (
    CareerFactory,
    CareerSkillFactory,
    PointFactory,
    SalaryFactory,
    SkillFactory,
    SourceFactory,
)

MOST_QUERIES = 70


def text_of(answer) -> str:
    return html.document_fromstring(answer.text).text_content()


class TestSearch:
    def search(self, client, words):
        return client.get(reverse("admin:search"), {"q": words})

    def test_it_looks_through_rows_of_every_kind(self, desk, django_assert_max_num_queries):
        SkillFactory(name="Epic medicine")
        SourceFactory(title="Epic guide")
        CareerFactory(title="Epic clerk")
        with django_assert_max_num_queries(MOST_QUERIES):
            found = {rows.kind for rows in self.search(desk, "Epic").context["found"]}
        assert {"Skills", "Sources", "Careers"} <= found

    def test_it_finds_what_is_drafted_and_shows_it_to_nobody_else(self, authors_desk, desk, review):
        save(authors_desk, SkillFactory(), name="Zymurgy")
        assert "Zymurgy" in text_of(self.search(authors_desk, "Zymurgy"))
        assert self.search(desk, "Zymurgy").context["found"][-1].kind in ("Drafts", "Proposals")

    @pytest.mark.parametrize("words", ["", "x", "nowhere at all", "%", "'; --", "(" * 300])
    def test_it_takes_any_words(self, desk, words):
        assert self.search(desk, words).status_code == 200

    def test_whoever_may_not_see_a_kind_finds_none_of_it(self, desk, ann):
        SkillFactory(name="Epic")
        ann.groups.clear()
        assert self.search(desk, "Epic").context["found"] == []


class TestUses:
    def uses(self, client, row):
        address = reverse("admin:uses", args=[row._meta.app_label, row._meta.model_name, row.pk])
        assert address in client.get(admin_url(row)).text
        return {rows.kind: [name for name, _ in rows.rows] for rows in client.get(address).context["found"]}

    def test_a_skill_names_the_careers_that_need_it(self, desk):
        used = CareerSkillFactory()
        assert self.uses(desk, used.skill) == {"Skills of a career": [str(used)]}

    def test_a_source_names_everything_taken_from_it(self, desk):
        source = SourceFactory()
        salary, point = SalaryFactory(source=source), PointFactory(source=source)
        assert self.uses(desk, source) == {"Salaries": [str(salary)], "Pros and cons": [str(point)]}

    def test_what_nothing_uses_says_so(self, desk):
        skill = SkillFactory()
        answer = desk.get(reverse("admin:uses", args=["careers", "skill", skill.pk]))
        assert "Nothing uses it." in answer.text

    def test_what_is_none_is_not_found(self, desk):
        for parts in (("careers", "nothing", 1), ("careers", "skill", 99)):
            assert desk.get(reverse("admin:uses", args=parts)).status_code == 404


class TestReplacing:
    address = "/admin/editorial/draft/replace/"

    def asked(self, client, find="teh", replace="the"):
        return client.get(self.address, {"find": find, "replace": replace})

    def test_every_difference_is_seen_first_and_then_written(self, desk):
        point = PointFactory(text="Pays teh most of teh lot.")
        asked = self.asked(desk)
        assert "Pays the most of the lot." in asked.text
        assert Point.objects.get().text == point.text
        desk.post(self.address, filled_in(asked, why="A slip."))
        assert Point.objects.get().text == "Pays the most of the lot."

    def test_what_is_not_ticked_stays(self, desk):
        kept, changed = PointFactory(text="teh first"), PointFactory(text="teh second")
        asked = self.asked(desk)
        desk.post(self.address, filled_in(asked, row=[f"careers.point-{changed.pk}-1"]))
        assert {point.pk: point.text for point in Point.objects.all()} == {
            kept.pk: "teh first",
            changed.pk: "the second",
        }

    def test_under_review_it_is_a_draft_like_any_other(self, authors_desk, bens_desk, review):
        PointFactory(text="teh first")
        authors_desk.post(self.address, filled_in(self.asked(authors_desk), why="A slip."))
        assert Point.objects.get().text == "teh first"
        hand_in(authors_desk, only_draft())
        publish(bens_desk, only_draft())
        assert Point.objects.get().text == "the first"

    def test_figures_keys_and_what_is_printed_are_left_alone(self, desk):
        SalaryFactory(key="teh-key", as_printed="teh 47,190", note="teh note")
        (found,) = self.asked(desk).context["found"]
        assert [name for name, *_ in found.fields] == ["note"]

    def test_capitals_are_told_apart(self, desk):
        PointFactory(text="Teh first")
        assert self.asked(desk).context["found"] == []

    def test_what_breaks_a_rule_stays_and_is_named(self, desk):
        PointFactory(text="teh")
        answer = desk.post(self.address, filled_in(self.asked(desk, replace="")), follow=True)
        assert "Left as it is" in answer.text
        assert Point.objects.get().text == "teh"

    def test_a_row_that_was_saved_since_stays(self, desk, bens_desk):
        point = PointFactory(text="teh first")
        asked = filled_in(self.asked(desk))
        save(bens_desk, point, text="teh newer")
        answer = desk.post(self.address, asked, follow=True)
        assert "have changed since you looked" in answer.text
        assert Point.objects.get().text == "teh newer"


class Answering(BaseHTTPRequestHandler):
    def do_HEAD(self):
        status = int(re.sub(r"\D", "", self.path) or 200)
        self.send_response(405 if self.path == "/no-heads" else status)
        if status == 302:
            self.send_header("Location", "/200")
        self.end_headers()

    def do_GET(self):
        self.do_HEAD() if self.path != "/no-heads" else (self.send_response(200), self.end_headers())

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    running = HTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


class TestLinks:
    @pytest.mark.parametrize(
        ("path", "is_good"),
        [("/200", True), ("/404", False), ("/500", False), ("/403", True), ("/302", True), ("/no-heads", True)],
    )
    def test_an_address_answers_or_does_not(self, server, path, is_good):
        answer = look_up(f"{server}{path}", may_be_local=True)
        assert (answer.is_good, answer.reached) == (is_good, True)

    @pytest.mark.parametrize(
        "url", ["file:///etc/passwd", "ftp://127.0.0.1/", "http://127.0.0.1:1/", "http://169.254.169.254/"]
    )
    def test_addresses_of_our_own_network_are_not_asked(self, url):
        answer = look_up(url)
        assert not answer.is_good
        assert "It is" in answer.text

    def test_one_that_fails_twice_comes_on_the_desk(self, db):
        for _ in range(2):
            list(check_links(["https://gone.example/"], lambda url: LinkAnswer(url, "404 Not Found", is_good=False)))
        assert [check.failures for check in LinkCheck.objects.broken()] == [2]
        list(check_links(["https://gone.example/"], lambda url: LinkAnswer(url, "200 OK", is_good=True)))
        assert not LinkCheck.objects.broken().exists()

    def test_without_a_network_nothing_is_recorded(self, db, monkeypatch):
        for number in range(8):
            SourceFactory(url=f"https://guide-{number}.example/")
        away = lambda url: LinkAnswer(url, "Not reached: no network", is_good=False, reached=False)  # noqa: E731
        monkeypatch.setattr("editorial.management.commands.check_links.look_up", away)
        with pytest.raises(CommandError, match="network is away"):
            call_command("check_links")
        assert not LinkCheck.objects.exists()

    def test_the_command_reports_what_did_not_answer(self, db, monkeypatch, capsys):
        SourceFactory(url="https://good.example/", licence_url="https://gone.example/")
        answer = lambda url: LinkAnswer(url, "404 Not Found" if "gone" in url else "200 OK", is_good="good" in url)  # noqa: E731
        monkeypatch.setattr("editorial.management.commands.check_links.look_up", answer)
        call_command("check_links")
        told = capsys.readouterr().out
        assert "https://gone.example/: 404 Not Found" in told
        assert "2 addresses looked up, 1 without an answer" in told

    def test_every_address_is_looked_up_once(self, db):
        SourceFactory(url="https://one.example/", licence_url="https://licence.example/")
        SourceFactory(url="https://two.example/", licence_url="https://licence.example/")
        assert len(link_checking.source_addresses()) == 3


class TestHelp:
    def test_the_editing_guide_is_on_the_desk(self, desk):
        page = desk.get(reverse("admin:help"))
        assert "Changing the median of a rung" in text_of(page)
        assert not [link for link in html.document_fromstring(page.text).iter("a") if ".md" in (link.get("href") or "")]
        assert reverse("admin:help") in desk.get(admin_url(Skill, "add")).text

    @pytest.mark.parametrize("model", EDITED, ids=lambda model: model.__name__)
    def test_every_field_says_what_belongs_in_it(self, rf, admin_user, model):
        request = rf.get("/")
        request.user = admin_user
        form = admin.site.get_model_admin(model).get_form(request)
        own = {field.name for field in model._meta.get_fields()}
        assert [name for name, field in form().fields.items() if name in own and not field.help_text] == []


def test_a_guide_is_due_on_its_day(desk):
    career = CareerFactory(review_by=date(2020, 1, 1))
    CareerFactory(review_by=date(2999, 1, 1))
    listed = desk.get(f"{reverse('admin:careers_career_changelist')}?review=due")
    assert list(listed.context["cl"].result_list) == [career]
