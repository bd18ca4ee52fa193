"""Readers' reports on the desk: answered, turned into a change, or set aside; each once."""

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from editorial import reporting
from editorial.models import Draft, Report
from facts.models import Correction
from salaries.models import Salary
from tests import factories as make
from tests.editorial.drafts import act as act_on_draft
from tests.editorial.drafts import hand_in, only_draft, publish, said_to
from tests.editorial.forms import admin_url, filled_in


@pytest.fixture
def salary(db):
    return make.SalaryFactory()


@pytest.fixture
def report(salary):
    """What a reader says of the salary."""
    subject = reporting.Subject(salary, "Median pay", f"{salary.get_absolute_url()}#median", "$47,190")
    return reporting.report(subject, wrong="<b>Wrong</b> year.", should_be="48,000", address="203.0.113.7")


def act(client, report, what, **sent):
    """Press a button on the report's page; returns the answer, followed to the page it leads to."""
    return client.post(reverse("admin:editorial_report_act", args=[report.pk, what]), sent, follow=True)


def change(client, report, **changes):
    """Change the row that is reported, in the form to which the report's page leads."""
    form = client.get(report.desk_url).context["form"]
    return client.post(form, filled_in(client.get(form), **changes), follow=True)


def ticket(report) -> str:
    """What the reader sees at their own address."""
    return Client().get(reverse("report-ticket", args=[report.ticket])).content.decode()


def test_its_page_shows_all_that_is_said_as_plain_text(desk, report):
    page = desk.get(report.desk_url).content.decode()
    assert "&lt;b&gt;Wrong&lt;/b&gt; year." in page
    assert "48,000" in page
    assert "$47,190" in page


def test_the_form_it_leads_to_says_what_the_reader_says(desk, report):
    page = desk.get(desk.get(report.desk_url).context["form"]).content.decode()
    assert "&lt;b&gt;Wrong&lt;/b&gt; year." in page
    assert "A reader says" not in desk.get(admin_url(Salary.objects.get())).content.decode()


@pytest.mark.usefixtures("review")
class TestTurnedIntoAProposal:
    def test_it_is_in_a_draft_of_the_editor_s(self, desk, ann, report, salary):
        answer = change(desk, report, median="48000", as_printed="$48k USD")
        report.refresh_from_db()
        assert (report.state, report.draft, report.settled_by) == (Report.State.TAKEN_UP, only_draft(), ann)
        assert only_draft().proposals.get().row == salary.pk
        assert "noted as turned into this change" in said_to(answer)
        salary.refresh_from_db()
        assert salary.median == 47_190
        assert "not public yet" in ticket(report)

    def test_its_reader_sees_the_edition_once_it_is_published(self, desk, bens_desk, report):
        change(desk, report, median="48000", as_printed="$48k USD")
        hand_in(desk, only_draft())
        publish(bens_desk, only_draft())
        assert "Edition 1</a>" in ticket(report)
        assert Correction.objects.get().statement == Salary.objects.get().key

    def test_given_up_it_waits_again(self, desk, report):
        change(desk, report, median="48000", as_printed="$48k USD")
        act_on_draft(desk, only_draft(), "discard")
        assert only_draft().state == Draft.State.DISCARDED
        assert list(Report.objects.waiting()) == [report]
        assert "Answer" in desk.get(report.desk_url).content.decode()

    def test_a_save_that_changes_nothing_leaves_it_waiting(self, desk, report):
        change(desk, report)
        assert list(Report.objects.waiting()) == [report]

    def test_so_does_the_change_of_another_row(self, desk, report):
        other = make.SalaryFactory()
        url = f"{admin_url(other)}?report={report.pk}"
        desk.post(url, filled_in(desk.get(url), median="39000"))
        assert list(Report.objects.waiting()) == [report]

    def test_an_author_may_too(self, authors_desk, amy, report):
        change(authors_desk, report, median="48000", as_printed="$48k USD")
        report.refresh_from_db()
        assert report.draft.author == amy


def test_published_at_once_it_names_the_edition(desk, report):
    change(desk, report, median="48000", as_printed="$48k USD")
    report.refresh_from_db()
    assert (report.state, report.became.number) == (Report.State.TAKEN_UP, 1)


@pytest.mark.parametrize("number", ["0", "x", "9" * 40, "-1", ""])
def test_a_form_that_names_no_report_is_the_form_as_ever(desk, salary, number):
    assert desk.get(f"{admin_url(salary)}?report={number}").status_code == 200


def test_an_answer_reaches_its_reader_and_nobody_else(desk, report):
    act(desk, report, "answer", words="The source says so:\n<i>page 2</i>.")
    assert "&lt;i&gt;page 2&lt;/i&gt;" in ticket(report)
    assert not Report.objects.waiting().exists()


def test_an_answer_has_words(desk, report):
    assert "Say what the answer is." in said_to(act(desk, report, "answer", words=" \x07 "))
    assert Report.objects.waiting().exists()


def test_set_aside_it_can_be_opened_again(desk, report):
    act(desk, report, "set-aside")
    assert not Report.objects.waiting().exists()
    act(desk, report, "open-again")
    assert list(Report.objects.waiting()) == [report]


def test_several_are_set_aside_together(desk, report, django_assert_max_num_queries):
    others = [make.ReportFactory(), make.ReportFactory(answered=True)]
    sent = {"action": "set_aside", "_selected_action": [report.pk, *(other.pk for other in others)]}
    answer = desk.post(admin_url(Report, "changelist"), sent, follow=True)
    assert "2 set aside" in said_to(answer)
    assert Report.objects.filter(state=Report.State.SET_ASIDE).count() == 2


def test_several_are_set_aside_by_those_who_may_settle(authors_desk, amy, report):
    listed, chosen = admin_url(Report, "changelist"), {"action": "set_aside", "_selected_action": [report.pk]}
    assert "Set aside" in authors_desk.get(listed).content.decode()
    amy.groups.clear()
    amy.user_permissions.add(Permission.objects.get(codename="view_report"))
    assert "Set aside" not in authors_desk.get(listed).content.decode()
    authors_desk.post(listed, chosen)
    assert list(Report.objects.waiting()) == [report]


def test_it_is_dealt_with_once(desk, bens_desk, report):
    act(desk, report, "answer", words="So it is.")
    for what in ("answer", "set-aside"):
        assert "ann has dealt with it already" in said_to(act(bens_desk, report, what, words="No."))
    report.refresh_from_db()
    assert report.answer == "So it is."


def test_of_the_record_it_can_only_be_answered(desk):
    wage = make.WageFactory()
    report = make.ReportFactory(model="salaries.wage", row=wage.pk)
    assert desk.get(report.desk_url).context["form"] == ""


@pytest.mark.parametrize("model", ["no.such", "salaries.salary", "nonsense"])
def test_of_what_is_gone_it_can_still_be_read(desk, model):
    assert desk.get(make.ReportFactory(model=model, row=2**62).desk_url).status_code == 200


def test_nobody_else_sees_it_or_does_anything_with_it(client, report, django_user_model):
    assert client.get(report.desk_url).status_code == 302
    client.force_login(django_user_model.objects.create_user("new", is_staff=True))
    assert client.get(report.desk_url).status_code == 403
    for what in ("answer", "set-aside", "open-again"):
        assert act(client, report, what, words="Mine.").status_code == 403
    assert list(Report.objects.waiting()) == [report]


def test_nothing_else_is_done_with_it(desk, report):
    assert act(desk, report, "no-such-thing").status_code == 404
    assert desk.get(reverse("admin:editorial_report_act", args=[report.pk, "answer"])).status_code == 405
    assert desk.post(report.desk_url, {}).status_code == 403


@pytest.mark.parametrize(
    "said",
    [
        {"wrong": ""},
        {"state": "answered", "answer": "So it is."},
        {"state": "taken_up"},
        {"answered": True, "answer": ""},
    ],
    ids=["nothing wrong", "settled by nobody", "turned into nothing", "answered without words"],
)
def test_the_database_refuses_a_report_that_makes_no_sense(db, said):
    with pytest.raises(IntegrityError):
        make.ReportFactory(**said)
