"""Whatever an editor writes into whichever field is shown as text: in a real browser it runs nothing and asks nothing.

Pages are made by the test's own client and handed to the browser, headers and all, so that one browser sees what stands
in the test's database.
"""

from typing import Any
from urllib.parse import unquote

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.db import models
from django.test import Client
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Page, Route

from careers.models import Career, OccupationMatch, RelatedCareer
from careers.parts import guide_parts
from editorial.models import Draft, Report
from facts.actions import publishing
from facts.models import Change, Correction, Edition, Source
from salaries.models import Salary
from tests import factories as make
from tests.attacks import attacks
from tests.editorial.forms import admin_url

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

SITE = "https://rungs.example"
SHORTEST = 20  # characters: no attack is shorter
SLOWEST = 120_000  # milliseconds: one thread answers the browser, and waits for it
IS_LONG = hypothesis_settings.default.max_examples > 1_000

#: Fields whose words are of a fixed kind: an address, a currency, a name in addresses.
OF_A_KIND = ("currency", "converted_currency", "code", "scheme")

WRONG = """() => {
  const ours = (text) => { try { return new URL(text, location).origin === location.origin; } catch { return true; } };
  const leads = (text) => { try { return new URL(text, location).protocol; } catch { return "http:"; } };
  const wrong = [];
  for (const element of document.querySelectorAll("*")) {
    const tag = element.localName;
    if (["iframe", "object", "embed", "base", "style", "math"].includes(tag)) wrong.push(element.outerHTML);
    if (tag === "meta" && element.httpEquiv) wrong.push(element.outerHTML);
    if (tag === "script" && !element.src && !/json/.test(element.type)) wrong.push(element.outerHTML);
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) wrong.push(`${tag} ${name}=${value}`);
      if (["src", "action", "formaction", "data", "srcdoc", "poster"].includes(name) && !ours(value))
        wrong.push(`${tag} ${name}=${value}`);
      if (/href$/.test(name) && !["http:", "https:", "mailto:"].includes(leads(value)))
        wrong.push(`${tag} ${name}=${value}`);
    }
  }
  return wrong;
}"""


class Browser:
    """The browser's page, to which our client's answers are handed, and everything that goes wrong on it."""

    def __init__(self, page: Page, client: Client):
        self.page, self.client = page, client
        self.wrong: list[str] = []
        self.answers: dict[str, Any] = {}
        page.set_default_navigation_timeout(SLOWEST)
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("console", self._console)
        page.route("**/*", self._answer)

    def look_at(self, path: str) -> list[str]:
        """Open the page; gives what ran, what was stopped, what was asked of others, and what might run on a click."""
        self.wrong = []
        self.answers = {asked: self.client.get(asked) for asked in (path, "/admin/jsi18n/")}
        assert self.answers[path].status_code == 200, path
        self.page.goto(f"{SITE}{path}", wait_until="load")
        return [*self.wrong, *self.page.evaluate(WRONG)]

    def _answer(self, route: Route):
        # No database in here: this runs beside the test, which has a transaction open.
        asked = route.request.url.removeprefix(SITE)
        if answer := self.answers.get(asked):
            route.fulfill(status=answer.status_code, headers=dict(answer.items()), body=answer.content)
        elif file := finders.find(unquote(asked.removeprefix("/static/"))):
            route.fulfill(path=file)
        else:
            self.wrong.append(f"asked for {asked}")
            route.abort()

    def _dialog(self, dialog):
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _console(self, message):
        if message.type == "error":
            self.wrong.append(f"console: {message.text}")


@pytest.fixture
def browser_at(page, admin_client):
    return Browser(page, admin_client)


class Writer:
    """Writes the attacks into rows: in each text field another one, of those that the field takes."""

    def __init__(self):
        self.texts = attacks()
        self.unused = list(self.texts)
        self.fields: set[str] = set()

    def attack(self, row: models.Model) -> models.Model:
        """Fill every text field of the row."""
        for field in text_fields(type(row)):
            setattr(row, field.name, self._for(field, row))
            self.fields.add(f"{row._meta.label}.{field.name}")
        row.save()
        return row

    def _for(self, field, row) -> str:
        text = next(text for text in [*self.unused, *self.texts] if _is_taken(field, row, text))
        if text in self.unused:
            self.unused.remove(text)
        return text


def text_fields(model: type[models.Model]) -> list[models.Field]:
    """The fields of a model into which somebody writes words of their own."""
    fields = [field for field in model._meta.concrete_fields if isinstance(field, models.CharField | models.TextField)]
    return [
        field
        for field in fields
        if field.editable
        and not field.choices
        and not isinstance(field, models.SlugField | models.URLField)
        and field.name not in OF_A_KIND
        and (field.max_length or SHORTEST) >= SHORTEST
    ]


def _is_taken(field, row, text) -> bool:
    try:
        field.clean(text, row)
    except ValidationError:
        return False
    return True


@pytest.fixture
def writer(db):
    return Writer()


@pytest.fixture
def write(writer, admin_user):
    """Write a career of which everything is said in attacks, with so many rows of each kind as `is_enough` asks for."""

    def write(is_enough):
        with publishing(act=Edition.Act.EDIT, reason=writer.texts[0], by=admin_user) as publication:
            career = writer.attack(make.CareerFactory())
            while not is_enough():
                for row in rows_about(career):
                    publication.created(writer.attack(row))
        return career

    return write


@pytest.fixture
def career(write, writer):
    """A career with one row of each kind, an attack in each of their fields."""
    return write(lambda: len(writer.fields) > len(text_fields(Career)))


def rows_about(career):
    """A row of each kind that a guide has, and of each kind that those name."""
    source = make.SourceFactory(also_called=["<script>alert('also')</script>"])
    said = {"career": career, "source": source}
    ladder = make.LadderFactory(**said)
    rung = make.RungFactory(ladder=ladder, source=source, position=1)
    yield from (source, ladder, rung)
    place, industry = make.PlaceFactory(code=f"ZZ-{source.pk}"), make.IndustryFactory(code=f"x{source.pk}")
    yield from (place, industry, make.SalaryFactory(**said, level=rung, place=place, industry=industry))
    for factory in FACTORIES:
        yield factory(**said)


FACTORIES = (
    make.AlternateTitleFactory,
    make.CareerSkillFactory,
    make.EmployerFactory,
    make.ExposureClaimFactory,
    make.MoveFactory,
    make.OrganisationFactory,
    make.OutlookFactory,
    make.PathFactory,
    make.PointFactory,
    make.QuestionFactory,
    make.RequirementFactory,
    make.ResponsibilityFactory,
    make.SectionFactory,
    make.StepFactory,
    make.TimeToEntryFactory,
    make.ToolkitEntryFactory,
    make.VariantFactory,
)


def test_there_are_five_hundred_of_them_and_more_none_twice():
    assert len(set(attacks())) == len(attacks()) >= 500


def test_a_guide_that_says_them_all_runs_none(browser_at, write, writer):
    assert browser_at.look_at(write(lambda: not writer.unused).get_absolute_url()) == []
    shown_here = [model for model, _ in guide_parts() if model not in SHOWN_BY_OTHERS]
    assert {
        f"{model._meta.label}.{field.name}" for model in shown_here for field in text_fields(model)
    } <= writer.fields


#: What leads from one career or occupation to another.
SHOWN_BY_OTHERS = (OccupationMatch, RelatedCareer)
LISTS = ("careers", "changes", "corrections", "disagreements", "occupations", "schools", "sources")


@pytest.fixture
def occupation(writer, career):
    """The occupation that the career is tied to, and whatever else leads from one to another."""
    match = writer.attack(make.OccupationMatchFactory(career=career))
    writer.attack(make.RelatedCareerFactory(career=career))
    return writer.attack(match.occupation)


def test_no_other_page_runs_any(browser_at, writer, career, occupation):
    salary = Salary.objects.first()
    school = writer.attack(make.SchoolFactory())
    correction = writer.attack(make.CorrectionFactory())
    Correction.objects.filter(pk=correction.pk).update(statement=salary.key, model="salaries.salary", field="median")
    of_rows = [career, salary, salary.source, occupation, Edition.objects.first(), school]
    lists = (
        "/",
        "/careers/",
        "/changes/",
        "/corrections/",
        "/disagreements/",
        "/occupations/",
        "/schools/",
        "/sources/",
    )
    asked = (
        f"{career.get_absolute_url()}readiness/",
        f"{career.get_absolute_url()}toolkit/",
        f"/compare/?item={career.slug}&item={occupation.code}",
        "/search/?q=%3Cscript%3Ealert(1)%3C/script%3E",
    )
    for path in (*(row.get_absolute_url() for row in of_rows), *lists, *asked):
        assert browser_at.look_at(path) == [], path


@pytest.fixture
def draft(writer, career, admin_user):
    """A draft that waits, all of whose words are attacks."""
    salary, said = Salary.objects.first(), iter(writer.texts)
    draft = make.DraftFactory(waiting=True, reason=next(said), words=next(said), publisher=admin_user)
    before, after = ({"note": next(said), "population": next(said)} for _ in range(2))
    words = {"title": next(said), "why": next(said), "cause": next(said)}
    make.ProposalFactory(draft=draft, model="salaries.salary", row=salary.pk, before=before, after=after, **words)
    return draft


@pytest.fixture
def report(writer, career):
    """What a reader reports of the career, in attacks."""
    report = writer.attack(make.ReportFactory(row=career.pk))
    Report.objects.filter(pk=report.pk).update(model="careers.career", page=career.get_absolute_url())
    return report


@pytest.mark.thorough
def test_no_page_of_the_desk_runs_any(browser_at, career, draft, report):
    salary = Salary.objects.first()
    kinds = [model for model, _ in guide_parts()] if IS_LONG else [Salary]
    of_rows = [url for model in kinds for url in pages_of(model.objects.first())]
    forms = [
        admin_url(salary.level.ladder),
        admin_url(career),
        admin_url(salary.source),
        draft.desk_url,
        report.desk_url,
    ]
    lists = [admin_url(model, "changelist") for model in (Draft, Change, Correction, Report)]
    for path in ("/admin/", *of_rows, *forms, *lists):
        assert browser_at.look_at(path) == [], path


def pages_of(row):
    """A row's pages on the desk, and its list."""
    yield from (admin_url(row, page) for page in ("change", "history", "delete"))
    yield admin_url(type(row), "changelist")


@pytest.mark.parametrize("text", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "//x", "https://x y"])
@pytest.mark.parametrize("field", ["url", "licence_url"])
def test_no_address_that_leads_to_a_script_is_taken(field, text):
    with pytest.raises(ValidationError):
        Source._meta.get_field(field).clean(text, Source())
