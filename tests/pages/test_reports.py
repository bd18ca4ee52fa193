"""Readers say what is wrong, without an account and without a cookie; it lands on the desk and nowhere else."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from editorial import reporting
from editorial.models import Report, ReportCount
from editorial.reporting import MOST_IN_A_WINDOW, PREFIXES, WINDOW, hash_of, network_of, plain
from tests import factories as make

HERE, ELSEWHERE = "203.0.113.7", "198.51.100.2"
SAID = {"wrong": "The table says 39,000.", "should_be": "$39,000", "says_where": "Salary by level, row 1"}


def send(client, about, address=HERE, **said):
    """Send the form as a browser does."""
    form = {"about": about, "website": "", **SAID, **said}
    body = "&".join(f"{name}={_quoted(text)}" for name, text in form.items())
    return client.post(reverse("report"), body, content_type="application/x-www-form-urlencoded", REMOTE_ADDR=address)


def _quoted(text):
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


def problems(answer) -> list[str]:
    """What the page says is wrong."""
    callout = answer.content.decode().partition('role="alert"')[2].partition("</div>")[0]
    return re.findall(r"<li>(.*?)</li>", callout)


@pytest.fixture
def salary(db):
    return make.SalaryFactory(in_may_2023=True)


class TestTheLink:
    @pytest.mark.parametrize(
        ("row", "place"),
        [
            (lambda: make.SalaryFactory(), ""),
            (lambda: make.WageFactory(), ""),
            (lambda: make.WageFactory(industry=make.IndustryFactory(code="62")), ""),
            (lambda: make.OccupationFactory(), ""),
            (lambda: make.SectionFactory().career, ""),
        ],
        ids=["statement", "cell", "cell of an industry", "occupation", "career"],
    )
    def test_stands_on_the_page_and_leads_to_the_form(self, client, db, row, place):
        row = row()
        page = client.get(row.get_absolute_url()).content.decode()
        links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/report/[^"]+)"', page)]
        answers = [client.get(link) for link in links]
        assert [answer.status_code for answer in answers] == [200] * len(links)
        assert f"{row.get_absolute_url()}{place}" in [answer.context["subject"].page for answer in answers]

    def test_costs_its_page_neither_a_query_nor_a_cookie(self, client, salary, django_assert_max_num_queries):
        with django_assert_max_num_queries(15):
            answer = client.get(salary.get_absolute_url())
        assert not answer.cookies


class TestWhatCanBeReported:
    @pytest.mark.parametrize("place", ["", "#median"])
    def test_a_statement_and_its_figure(self, client, salary, place):
        send(client, f"{salary.get_absolute_url()}{place}")
        report = Report.objects.get()
        assert (report.model, report.row) == ("salaries.salary", salary.pk)
        assert report.page == f"{salary.get_absolute_url()}{place}"
        assert "$47,190" in report.said

    def test_a_cell_of_the_record_and_its_figure(self, client, db):
        wage = make.WageFactory()
        send(client, f"{wage.get_absolute_url()}#annual_median")
        report = Report.objects.get()
        assert (report.model, report.row) == ("salaries.wage", wage.pk)
        assert "$50,250" in report.said

    def test_a_row_of_a_guide(self, client, db):
        section = make.SectionFactory()
        send(client, f"{section.career.get_absolute_url()}#{section.key}")
        assert (Report.objects.get().model, Report.objects.get().row) == ("careers.section", section.pk)

    def test_a_source(self, client, db):
        source = make.SourceFactory()
        send(client, source.get_absolute_url())
        assert (Report.objects.get().model, Report.objects.get().row) == ("facts.source", source.pk)

    @pytest.mark.parametrize(
        "about",
        [
            "",
            "/",
            "/admin/",
            "/no/such/page/",
            "/figures/no-such-key/",
            "/figures/no-such-key/#median",
            "/careers/no-such-career/",
            "/wages/may-2024/29-2072/US/",
            "/occupations/99-9999/",
            "/sources/nobody/",
            "//evil.example/figures/x/",
            "https://evil.example/",
            "/figures/[/",
            "//[/",
            "/careers/\x00/",
            "/careers/\ud800/",
            "/" + "x" * 5_000,
            "javascript:alert(1)",
        ],
    )
    def test_what_is_not_there_cannot(self, client, db, about):
        sent = send(client, about)
        assert sent.status_code == 400
        assert problems(sent)
        assert client.get(f"{reverse('report')}?about={_quoted(about)}").status_code == 404
        assert not Report.objects.exists()

    def test_nor_can_a_place_that_the_page_has_not(self, client, salary):
        for page in (salary.get_absolute_url(), salary.career.get_absolute_url()):
            assert send(client, f"{page}#nowhere").status_code == 400

    def test_nor_can_what_belongs_to_a_withdrawn_release(self, client, db):
        wage = make.WageFactory()
        wage.release.state, wage.release.withdrawn_because = "withdrawn", "The file was damaged."
        wage.release.save()
        assert send(client, wage.get_absolute_url()).status_code == 400


class TestWhatIsSent:
    def test_is_kept_whole_and_leads_to_an_address_of_its_own(self, client, salary):
        answer = send(client, salary.get_absolute_url())
        report = Report.objects.get()
        assert {name: getattr(report, name) for name in SAID} == SAID
        assert answer.status_code == 302
        assert answer.url == reverse("report-ticket", args=[report.ticket])
        assert not answer.cookies

    def test_names_every_problem_at_once_and_keeps_what_was_typed(self, client, salary):
        answer = send(client, "/nowhere/", wrong="", should_be="x" * 501, says_where="Row <1>", website="http://spam")
        assert answer.status_code == 400
        assert len(problems(answer)) == 4
        page = answer.content.decode()
        assert "Say what is wrong." in page
        assert "at most 500 characters; this has 501" in page
        assert "Row &lt;1&gt;" in page
        assert not Report.objects.exists()

    def test_is_plain_text_to_whoever_reads_it(self, client, salary):
        send(client, salary.get_absolute_url(), wrong="a\x00b\u202ec\r\nd\x07 <script>alert(1)</script>")
        assert Report.objects.get().wrong == "abc\nd <script>alert(1)</script>"

    def test_of_spaces_alone_says_nothing(self, client, salary):
        assert send(client, salary.get_absolute_url(), wrong=" \n\t\x00 ").status_code == 400

    @pytest.mark.parametrize(
        ("body", "kind", "headers"),
        [
            (b"{}", "application/json", {}),
            (b"--x\r\nbroken", "multipart/form-data; boundary=x", {}),
            (b"\xff\xfe=\xff", "application/x-www-form-urlencoded", {}),
            (b"about=/", "application/x-www-form-urlencoded", {"Sec-Fetch-Site": "cross-site"}),
            (b"wrong=" + b"x" * 3_000_000, "application/x-www-form-urlencoded", {}),
            (b"&".join(b"a=b" for _ in range(6_000)), "application/x-www-form-urlencoded", {}),
        ],
        ids=["json", "files", "no text", "another site", "too much", "too many"],
    )
    def test_in_another_way_is_refused(self, client, db, body, kind, headers):
        answer = client.post(reverse("report"), body, content_type=kind, headers=headers)
        assert answer.status_code == 400
        assert not Report.objects.exists()

    def test_can_only_be_read_or_sent(self, client, db):
        assert client.put(reverse("report")).status_code == 405
        assert client.delete(reverse("report")).status_code == 405

    @hypothesis_settings(max_examples=30)
    @given(text=st.text(st.characters(), max_size=300))
    def test_is_always_such_that_a_database_keeps_it(self, text):
        kept = plain(text)
        kept.encode()
        assert "\x00" not in kept
        assert plain(kept) == kept


class TestHowOften:
    def test_as_many_as_the_window_takes_are_heard_and_then_no_more(self, client, salary):
        answers = [send(client, salary.get_absolute_url()) for _ in range(MOST_IN_A_WINDOW + 1)]
        assert [answer.status_code for answer in answers] == [302] * MOST_IN_A_WINDOW + [429]
        assert 0 < int(answers[-1]["Retry-After"]) <= WINDOW.total_seconds()
        assert "10 reports an hour" in problems(answers[-1])[0]
        assert SAID["wrong"] in answers[-1].content.decode()
        assert Report.objects.count() == MOST_IN_A_WINDOW
        assert send(client, salary.get_absolute_url(), address=ELSEWHERE).status_code == 302

    def test_what_is_refused_is_not_counted(self, client, salary):
        for _ in range(MOST_IN_A_WINDOW + 1):
            send(client, salary.get_absolute_url(), wrong="")
        assert send(client, salary.get_absolute_url()).status_code == 302

    def test_another_window_begins_anew_and_forgets_the_last(self, client, salary):
        send(client, salary.get_absolute_url())
        ReportCount.objects.update(window=timezone.now() - 2 * WINDOW, reports=MOST_IN_A_WINDOW)
        assert send(client, salary.get_absolute_url()).status_code == 302
        assert {count.reports for count in ReportCount.objects.all()} == {1}

    def test_no_address_is_kept(self, client, salary):
        send(client, salary.get_absolute_url())
        kept = [
            str(value) for model in (Report, ReportCount) for row in model.objects.values() for value in row.values()
        ]
        assert not [value for value in kept if HERE in value]

    def test_a_customer_s_network_takes_more_than_a_household_s_and_the_site_more_still(
        self, client, salary, monkeypatch
    ):
        monkeypatch.setitem(PREFIXES, 48, 3)
        monkeypatch.setattr(reporting, "MOST_OF_THE_SITE", 5)
        page = salary.get_absolute_url()
        of_one_customer = [send(client, page, address=f"2001:db8:0:{number}::1").status_code for number in range(4)]
        assert of_one_customer == [302] * 3 + [429]
        elsewhere = [send(client, page, address=f"198.51.100.{number}") for number in range(3)]
        assert [page.status_code for page in elsewhere] == [302] * 2 + [429]
        assert "5 reports an hour are taken from everywhere" in problems(elsewhere[-1])[0]
        assert Report.objects.count() == 5

    def test_an_address_is_another_in_another_window_and_all_of_one_network_are_one(self):
        now = timezone.now()
        assert hash_of(HERE, now) != hash_of(HERE, now + WINDOW)
        assert network_of("2001:db8::1") == network_of("2001:db8::ffff:2") != network_of("2001:db8:0:1::1")
        assert network_of("::ffff:203.0.113.7") != network_of("::ffff:203.0.113.8")
        assert len(hash_of(network_of("no address at all"), now)) == 64

    @pytest.mark.postgres
    @pytest.mark.django_db(transaction=True)
    def test_many_at_once_are_counted_one_by_one(self):
        page = make.SalaryFactory().get_absolute_url()

        def send_one(_):
            try:
                return send(Client(), page).status_code
            finally:
                connections.close_all()

        with ThreadPoolExecutor(8) as several:
            answers = list(several.map(send_one, range(MOST_IN_A_WINDOW + 6)))
        assert sorted(answers) == [302] * MOST_IN_A_WINDOW + [429] * 6
        assert Report.objects.count() == MOST_IN_A_WINDOW


class TestTheTicket:
    def test_says_what_becomes_of_it_and_nothing_that_was_written(self, client, salary):
        address = send(client, salary.get_absolute_url()).url
        page = client.get(address)
        assert "Your report is on the editors’ desk." in page.content.decode()
        assert SAID["wrong"] not in page.content.decode()
        assert "no-store" in page["Cache-Control"]
        assert page["Referrer-Policy"] == "no-referrer"

    def test_gives_the_answer(self, client, db):
        report = make.ReportFactory(answered=True)
        assert report.answer in client.get(reverse("report-ticket", args=[report.ticket])).content.decode()

    def test_of_nobody_is_not_there(self, client, db):
        assert client.get(reverse("report-ticket", args=["nobody"])).status_code == 404


def test_nothing_of_it_shows_in_public(client, salary):
    send(client, salary.get_absolute_url(), wrong="A-word-that-nobody-else-writes")
    pages = (salary.get_absolute_url(), salary.career.get_absolute_url(), "/corrections/", "/changes/", "/robots.txt")
    for page in (*pages, f"/api/v1/careers/{salary.career.slug}/"):
        assert "A-word-that-nobody-else-writes" not in client.get(page).content.decode(), page
    assert client.get("/api/v1/search/?q=A-word-that-nobody-else-writes").json()["results"] == []
