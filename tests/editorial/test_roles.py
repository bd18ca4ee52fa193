"""Who may do what: every address, with every method, for everybody, held against the table in roles.csv.

Rows of one kind are treated alike, so the table names kinds: [edited], [release], [record], [draft], [account]. One
model of each is asked here, and every model by `make fuzz`.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from itertools import groupby, product
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages import ERROR, get_messages
from django.db import transaction
from django.test import Client
from hypothesis import settings as hypothesis_settings

from accounts.models import SignIn
from editorial.drafting.diff import digest
from editorial.groups import AUTHORS, PUBLISHERS
from editorial.models import Draft, Report
from facts.models import Place, Release, Source
from salaries.models import Salary, Wage
from tests import factories as make
from tests.editorial.addresses import Address, all_addresses
from tests.editorial.conftest import new_editor
from tests.editorial.test_pages import rows_of
from tests.pages.stage import tell_everything

TABLE = Path(__file__).with_name("roles.csv")
ROLES = ("anonymous", "author", "publisher", "superuser")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SAMPLES = {Salary, Release, Wage, Draft, Report, User, SignIn}
IS_LONG = hypothesis_settings.default.max_examples > 1_000

#: What an answer says, in the table's words.
SAYS = {200: "shown", 400: "nonsense", 403: "forbidden", 404: "not there", 405: "no such method", 503: "out of reach"}


def in_words(answer) -> str:
    """What somebody is told who asks so."""
    if any(template.name == "admin/sign-in-again.html" for template in answer.templates):
        return "asked to log in"
    if answer.status_code not in (301, 302):
        return SAYS[answer.status_code]
    if answer.url.startswith("/admin/login/"):
        return "asked to log in"
    levels = [message.level for message in get_messages(answer.wsgi_request)]
    return "refused in words" if ERROR in levels else "done" if levels else "led on"


def expected() -> dict[tuple[str, str], dict[str, str]]:
    """The table: by kind of address and method, what each role is told."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["address"], method): row for row in rows for method in row["methods"].split()}


@pytest.fixture
def accounts(db, review):
    """Who asks, but for those who have no account."""
    return {
        "author": new_editor("author", AUTHORS),
        "publisher": new_editor("publisher", PUBLISHERS),
        "superuser": get_user_model().objects.create_superuser("superuser"),
    }


@pytest.fixture
def browsers(accounts):
    """A browser for each role."""
    browsers = {role: Client(raise_request_exception=False) for role in ROLES}
    for role, account in accounts.items():
        browsers[role].force_login(account)
    return browsers


@dataclass(frozen=True)
class Asked:
    """What fills in an address for somebody, and what is sent to it."""

    arguments: dict[str, Any]
    query: dict[str, Any] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)


def ask(browser: Client, method: str, address: Address, asked: Asked) -> str:
    """What is told; whatever it did is undone."""
    url = quote(address.filled_in(asked.arguments), safe="/.:@")
    cookies = browser.cookies.copy()
    with transaction.atomic():
        if method == "POST":
            answer = browser.post(url, asked.body, query_params=asked.query)
        else:
            answer = browser.generic(method, url, query_params=asked.query)
        told = in_words(answer)
        if answer.streaming:
            list(answer.streaming_content)  # to its end, which closes it as a server would
        transaction.set_rollback(True)
    browser.cookies = SimpleCookie(cookies)
    return told


def all_asked(browsers, addresses, asked_by, methods, roles=ROLES):
    """By kind of address and method, what each of the roles is told; `asked_by` says how somebody asks."""
    told: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for address, method, role in product(addresses, methods, roles):
        told[address.kind, method][role] = ask(browsers[role], method, address, asked_by(address, role))
    return dict(told)


def differences(told, table) -> str:
    """The lines of the table as they would have to be, of what differs from it."""
    wrong = {
        key: said
        for key, said in told.items()
        if any(table.get(key, {}).get(role) != answer for role, answer in said.items())
    }
    lines = []
    for (kind, said), group in groupby(sorted(wrong.items()), lambda item: (item[0][0], tuple(item[1].values()))):
        lines.append(",".join([kind, " ".join(method for (_, method), _ in group), *said]))
    return "\n".join(lines)


# The desk -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def at_the_desk(accounts):
    """How one asks at the desk: of a row of the model, and of drafts with all that their buttons send."""
    rows: dict = {}

    def asked_by(address: Address, role: str) -> Asked:
        if address.act and address.model is Draft:
            return _about_draft(address.act, accounts.get(role, accounts["author"]) if address.is_own else None)
        model = address.model or Salary
        row = rows[model] = rows.get(model) or _made(model)
        history = getattr(row, "history", None)
        arguments = {
            **dict.fromkeys(("object_id", "number", "id"), row.pk),
            "entry": history.first().pk if history else 0,
            "form": "csv",
            "content_type_id": ContentType.objects.get_for_model(row).pk,
            "app_label": "salaries",
            "model_name": "salary",
            "slug": "disagreements",
            "url": "no-such-page",
            "token": "none",
            "uidb64": "none",
            "source": (Source.objects.first() or make.SourceFactory()).pk,
        }
        query = QUERIES.get(address.route.removeprefix("/admin/"))
        return Asked(arguments, query(row) if query else {}, {"words": "It does."})

    return asked_by


#: What is asked of pages that say nothing without a question.
QUERIES = {
    "autocomplete/": lambda _: {"app_label": "salaries", "model_name": "salary", "field_name": "career", "term": "x"},
    "editorial/draft/review/": lambda draft: {"draft": draft.pk},
}
WAITING = ("take-back", "send-back", "publish", "edit", "schedule", "unschedule")


def _about_draft(act: str, author) -> Asked:
    """All that a draft's button sends, in the state in which it is there; the `author`'s draft, or a third one's."""
    whose = {"author": author} if author else {}
    draft = make.DraftFactory(waiting=act in WAITING, **whose)
    place = Place.objects.filter(code="OH").first() or make.PlaceFactory(code="OH", name="Ohio")
    proposal = make.ProposalFactory(draft=draft, row=place.pk, base_version=place.version)
    body = {"reason": "Why.", "words": "Why?", "proposal": proposal.pk, "draft": draft.pk, "digest": digest([draft])}
    somebody = make.AccountFactory(is_staff=True)
    body |= {"sure": "yes", "text": "Why?", "field": "name", "editor": somebody.pk, "at": "2100-01-01T00:00"}
    return Asked({"number": draft.pk}, body=body)


def _made(model):
    if model is Draft:
        return make.DraftFactory(waiting=True)
    if model is User:
        return make.AccountFactory()
    if model is SignIn:
        return make.SignInFactory()
    return Group.objects.get(name=AUTHORS) if model is Group else rows_of(model)[0]


@pytest.mark.long
@pytest.mark.thorough
def test_the_desk_is_for_whom_the_table_says(browsers, at_the_desk):
    of_the_desk = [address for address in all_addresses() if address.route.startswith("/admin/")]
    wanted = [address for address in of_the_desk if IS_LONG or address.model in {None, *SAMPLES}]
    told = all_asked(browsers, wanted, at_the_desk, METHODS if IS_LONG else ("GET", "POST"))
    assert differences(told, expected()) == ""


# Readers and programs -------------------------------------------------------------------------------------------------


@pytest.fixture
def in_public():
    """How readers ask: of a career of which everything is said, and of its record."""
    career = tell_everything()
    wage = make.WageFactory(release__year=2025)
    with_slugs = {
        "careers": career.slug,
        "sources": wage.release.source.slug,
        "credentials": make.CredentialFactory().slug,
        "skills": make.SkillFactory().slug,
    }
    statements = {
        "salaries": make.SalaryFactory(),
        "figures": make.SalaryFactory(),
        "outlooks": make.OutlookFactory(),
        "paths": make.PathFactory(),
        "times-to-entry": make.TimeToEntryFactory(),
        "exposure-claims": make.ExposureClaimFactory(),
        "requirements": make.RequirementFactory(),
    }
    records = {"exposures": make.ExposureFactory(), "work-from-home": make.WorkFromHomeFactory()}
    numbers = {"changes": make.EditionFactory(), "editions": make.EditionFactory()}
    correction = make.CorrectionFactory()
    codes = {"places": wage.place.code, "industries": wage.industry.code}
    school, program, report = make.SchoolFactory(), make.ProgramOutcomeFactory(), make.ReportFactory()

    def asked_by(address: Address, role: str) -> Asked:
        word = address.route.removeprefix("/api/v1").split("/")[1]
        row, record = statements.get(word), records.get(word, wage)
        arguments = {
            "slug": with_slugs.get(word),
            "key": row and row.key,
            "number": numbers[word].number if word in numbers else correction.pk,
            "code": codes.get(word, record.occupation.code),
            "place": wage.place.code,
            "industry": wage.industry.code,
            "source": record.release.source.slug,
            "release": (program if word == "programs" else record).release.slug,
            "school": program.unit_id,
            "cip": program.code,
            "level": program.level,
            "measure": records["exposures"].measure,
            "variant": records["exposures"].variant,
            "ticket": report.ticket,
            "job": career.slug,
            "chart": "nothing",
            "letter": "c",
            "path": f"careers/{career.slug}",
            "unit_id": school.unit_id,
            "kind": "job-description" if word == "careers" else "",
            "form": "md" if word == "careers" else "bib",
            "name": "not-found" if word == "api" else "careers.csv",
            "format": ".json",
            "address": statements["figures"].figures()[0].address,
        }
        asks = {
            "report": {"about": make.SalaryFactory().get_absolute_url()},
            "search": {"q": "records"},
            "changes": {"after": numbers["changes"].number, "until": numbers["changes"].number},
            "compare": {"item": [career.slug, wage.occupation.code]},
            "readiness": {"career": career.slug},
            "figures": {} if "<" in address.route else {"job": career.slug},
        }
        return Asked(arguments, asks.get(word.partition("<")[0].removesuffix(".csv"), {}))

    return asked_by


@pytest.mark.long
@pytest.mark.thorough
def test_readers_are_told_what_the_table_says_whoever_they_are_and_programs_without_being_asked_who(
    browsers, in_public
):
    public = [address for address in all_addresses() if not address.route.startswith("/admin/")]
    pages = [address for address in public if not address.route.startswith("/api/")]
    api = [address for address in public if address not in pages and (IS_LONG or "<format>" not in address.route)]
    told = all_asked(browsers, pages, in_public, METHODS if IS_LONG else ("GET", "POST"), ("anonymous", "superuser"))
    told |= all_asked(browsers, api, in_public, METHODS if IS_LONG else ("GET", "POST"), ("anonymous",))
    assert differences(told, expected()) == ""


# The table itself -----------------------------------------------------------------------------------------------------


def test_the_table_has_every_address_with_every_method_and_no_other():
    asked = {(address.kind, method) for address in all_addresses() for method in METHODS}
    assert {"missing": asked - set(expected()), "gone": set(expected()) - asked} == {"missing": set(), "gone": set()}


#: The doors, and the feed, whose address is its own key.
OPEN_AT_THE_DESK = ("/admin/login/", "/admin/login/code/", "/admin/logout/", "/admin/feed/<token>/")
OPEN_AT_THE_DESK += ("/admin/provider/", "/admin/provider/back/", "/admin/password_reset/")
OPEN_AT_THE_DESK += ("/admin/password_reset/done/", "/admin/reset/<uidb64>/<token>/", "/admin/reset/done/")


def test_nobody_comes_to_the_desk_without_an_account():
    for (address, _), row in expected().items():
        if address.startswith("/admin/") and address not in OPEN_AT_THE_DESK:
            assert row["anonymous"] in ("asked to log in", "no such method"), address


#: What readers send: a report, words of their own to be read, and questions of assistants, of which nothing is kept.
SENT = {"/report/", "/careers/<slug>/readiness/words/", "/mcp"}


def test_readers_change_nothing_and_send_reports_alone():
    for (address, method), row in expected().items():
        is_sent = address in SENT and method == "POST"
        if not (address.startswith("/admin/") or method == "GET" or is_sent):
            assert {row[role] for role in ROLES} <= {"no such method", "not there"}, address


def test_nobody_approves_their_own_work():
    table = expected()
    for what in ("publish", "send-back"):
        row = table[f"/admin/[own draft]/<number>/do/{what}/", "POST"]
        assert {row[role] for role in ROLES[1:]} == {"refused in words"}


def test_authors_do_no_publisher_s_work_and_nobody_but_superusers_has_to_do_with_accounts():
    table = expected()
    for what in ("publish", "send-back"):
        row = table[f"/admin/[draft]/<number>/do/{what}/", "POST"]
        assert [row[role] for role in ROLES[1:]] == ["refused in words", "done", "done"]
    for (address, _), row in table.items():
        if address.startswith("/admin/[account]/"):
            assert row["author"] == row["publisher"] != "shown", address
