"""What an editor has typed stays until it is saved, and is saved once."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from careers.models import Skill
from editorial.models import Draft, KeptForm
from facts.models import Edition
from salaries.models import Salary
from tests.editorial.conftest import new_editor
from tests.editorial.drafts import said_to
from tests.editorial.forms import admin_url, filled_in, sent_by
from tests.editorial.test_sheets import exported, give, sheet_of, take
from tests.factories import SalaryFactory, SkillFactory

PASSWORD = {"again-password": "records-and-rungs"}


@pytest.fixture
def salary(db):
    return SalaryFactory()


class TestASessionThatHasEnded:
    """Wagtail's issue 2199: the text was lost with the session."""

    def test_what_was_typed_is_kept_while_its_author_signs_in_again(self, desk, ann, salary):
        url = admin_url(salary)
        form = filled_in(desk.get(url), note="Nurses alone.")
        desk.logout()
        asked = desk.post(url, form)
        assert "What you typed is still here" in asked.text
        assert not Edition.objects.exists()
        kept = sent_by(asked)
        assert kept["note"] == ["Nurses alone."]
        answer = desk.post(url, kept | {"again-username": "ann"} | PASSWORD)
        assert answer.status_code == 302
        assert Salary.objects.get().note == "Nurses alone."
        assert desk.get(url).status_code == 200

    def test_a_wrong_password_keeps_it_too_and_saves_nothing(self, desk, salary):
        url = admin_url(salary)
        form = filled_in(desk.get(url), note="Nurses alone.")
        desk.logout()
        again = desk.post(url, form | {"again-username": "ann", "again-password": "wrong"})
        assert sent_by(again)["note"] == ["Nurses alone."]
        assert "wrong" not in again.text
        assert Salary.objects.get().note == ""

    def test_it_gives_nobody_more_rights(self, client, salary):
        new_editor("guest").groups.clear()
        answer = client.post(admin_url(salary), {"note": "Mine.", "again-username": "guest"} | PASSWORD)
        assert answer.status_code == 403
        assert Salary.objects.get().note == ""

    def test_a_form_that_another_sign_in_has_made_old_can_be_sent_once_more(self, ann, salary):
        browser = Client(enforce_csrf_checks=True, headers={"Origin": "http://testserver"})
        browser.force_login(ann)
        form = {"note": "Nurses alone.", "csrfmiddlewaretoken": "x" * 64}
        old = browser.post(admin_url(salary), form)
        assert old.status_code == 403
        assert sent_by(old)["note"] == ["Nurses alone."]

    def test_another_sites_form_is_not_offered_to_be_sent(self, ann, salary):
        browser = Client(enforce_csrf_checks=True, headers={"Origin": "http://elsewhere.example"})
        browser.force_login(ann)
        old = browser.post(admin_url(salary), {"note": "Nurses alone."})
        assert old.status_code == 403
        assert "Nurses alone." in old.text
        assert "Send it once more</button>" not in old.text


class TestAFormIsTakenOnce:
    """Wagtail's issue 6675: a repeated click made two."""

    def test_a_second_click_adds_no_second_row(self, desk):
        url = admin_url(Skill, "add")
        form = filled_in(desk.get(url), slug="sql", name="SQL", kind="technical")
        first = desk.post(url, form)
        second = desk.post(url, form | {"slug": ["sql-2"]}, follow=True)
        assert "not saved twice" in said_to(second)
        assert second.redirect_chain[0][0] == first.url
        assert Skill.objects.count() == 1

    def test_nor_in_a_draft(self, authors_desk, review):
        url = admin_url(Skill, "add")
        form = filled_in(authors_desk.get(url), slug="sql", name="SQL", kind="technical")
        authors_desk.post(url, form)
        authors_desk.post(url, form | {"slug": ["sql-2"]})
        assert Draft.objects.get().proposals.count() == 1

    def test_a_form_that_was_refused_can_be_sent_again(self, desk, salary):
        url = admin_url(salary)
        form = filled_in(desk.get(url), low="9", high="8")
        assert desk.post(url, form).status_code == 200
        assert desk.post(url, form | {"low": [""], "high": [""], "note": ["Mended."]}).status_code == 302
        assert Salary.objects.get().note == "Mended."

    def test_two_editors_forms_are_two(self, desk, bens_desk, salary):
        url = admin_url(Skill, "add")
        form = filled_in(desk.get(url), slug="sql", name="SQL", kind="technical")
        desk.post(url, form)
        bens_desk.post(url, form | {"slug": ["sql-2"], "name": ["SQL, once more"]})
        assert Skill.objects.count() == 2

    def test_the_same_sheet_adds_its_new_rows_once_unless_told_again(self, desk):
        SkillFactory()
        (row,) = exported(desk, Skill)
        new = row | {"row": "", "version": "", "slug": "sql", "name": "SQL"}
        take(desk, Skill, give(desk, Skill, sheet_of([new])))
        Skill.objects.get(slug="sql").delete()
        shown = give(desk, Skill, sheet_of([new]))
        assert "This sheet was taken over on" in shown.text
        take(desk, Skill, shown)
        assert not Skill.objects.filter(slug="sql").exists()
        take(desk, Skill, give(desk, Skill, sheet_of([new])), again="on")
        assert Skill.objects.filter(slug="sql").exists()


class TestUnsavedWordsAreKept:
    def keep(self, client, page, text="Nurses alone."):
        fields = json.dumps([["note", text, []]])
        return client.post(reverse("admin:kept"), {"page": page, "fields": fields})

    def test_until_the_form_is_saved(self, desk, salary):
        url = admin_url(salary)
        assert self.keep(desk, url).status_code == 204
        assert "Nurses alone." in desk.get(url).text
        desk.post(url, filled_in(desk.get(url), note="Saved."))
        assert not KeptForm.objects.exists()

    def test_for_their_author_alone(self, desk, bens_desk, salary):
        self.keep(desk, admin_url(salary))
        assert "Nurses alone." not in bens_desk.get(admin_url(salary)).text

    def test_without_running_what_they_say(self, desk, salary):
        self.keep(desk, admin_url(salary), "</script><script>alert(1)</script>")
        page = html.document_fromstring(desk.get(admin_url(salary)).text)
        assert not [
            script
            for script in page.iter("script")
            if "alert" in (script.text or "") and script.get("type") != "application/json"
        ]

    def test_and_nonsense_is_refused(self, desk, salary):
        for page, fields in (
            ("/elsewhere/", "[]"),
            ("/admin/x/", "{"),
            ("/admin/x/", '["x"]'),
            ("/admin/x/", "[" * 300_000),
        ):
            assert desk.post(reverse("admin:kept"), {"page": page, "fields": fields}).status_code == 400


class TestWhatIsWrongIsSummedUp:
    def test_each_error_leads_to_its_field_and_the_summary_takes_focus(self, desk, salary):
        url = admin_url(salary)
        page = html.document_fromstring(desk.post(url, filled_in(desk.get(url), median="a lot", as_printed="")).text)
        (summary,) = page.xpath("//div[@role='alert'][@autofocus]")
        links = [link.get("href") for link in summary.iter("a")]
        assert {"#id_median", "#id_as_printed"} <= set(links)
        assert all(page.xpath(f"//*[@id='{link[1:]}']") for link in links)
