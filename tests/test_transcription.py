"""Both guides are in the database, whole: every figure of their independent index is found in its place, as printed."""

import re
from decimal import Decimal

import pytest
from django.apps import apps

from careers.models import (
    CareerSkill,
    Organisation,
    Outlook,
    Point,
    Question,
    RelatedCareer,
    Responsibility,
    Rung,
    Section,
    ToolkitEntry,
)
from education.models import Path, Requirement, Step, TimeToEntry
from facts.models import Sourced, Statement
from salaries.models import Salary
from tests.indexes import figures, indexes, plain

pytestmark = [pytest.mark.usefixtures("guides"), pytest.mark.django_db]

HOLDERS = {
    "pay": [Salary],
    "growth": [Outlook],
    "openings": [Outlook],
    "cost": [Path],
    "duration": [Path, TimeToEntry, Step],
    "experience": [Rung],
}
IN_THE_TABLE = [Outlook, Requirement, Salary]
HIMALAYAS, STUDY_COM = (index.source for index in indexes())


def kinds_of(parent):
    return [model for model in apps.get_models() if issubclass(model, parent)]


def rows_of(source, models=(), **said):
    """Every row taken from the guide that says so, of these models or of all that there are."""
    return [row for model in models or kinds_of(Sourced) for row in model.objects.filter(source__slug=source, **said)]


def rows_there(figure, models=()):
    """The guide's rows in the figure's place."""
    return rows_of(figure.source, models, locator__startswith=figure.place)


def rows_with(figure):
    """The statements, rungs and steps in the figure's place that have its characters."""
    printed = plain(figure.said["as_printed"])
    found = [row for row in rows_there(figure, HOLDERS[figure.said["quantity"]]) if printed in plain(row.as_printed)]
    assert found, f"{printed} is not at {figure.place}"
    return found


def words_of(row):
    """Everything that the row says in words."""
    return plain(" ".join(str(value) for value in vars(row).values() if isinstance(value, str)))


def statement_period(row):
    return str(row.period).replace(" to ", "-").replace("year not stated", "")


@pytest.mark.parametrize("figure", figures("number"))
def test_a_figure_has_the_numbers_and_the_unit_that_are_printed(figure):
    for row in rows_with(figure):
        for name, number in figure.numbers.items():
            assert getattr(row, name) == (None if number is None else Decimal(number)), name
        for name, unit in figure.unit.items():
            assert getattr(row, name) == unit


@pytest.mark.parametrize("figure", figures("number"))
def test_a_figure_says_who_is_credited_when_and_what_is_special_about_it(figure):
    for row in rows_with(figure):
        if isinstance(row, Statement):
            assert row.attributed_to == figure.said["attributed_to"]
            assert statement_period(row) == figure.said["period"]
            assert set(row.marks_of(*figure.numbers)) == figure.marks


@pytest.mark.parametrize("figure", figures("number"))
def test_a_figure_is_for_whom_and_where_it_is_printed(figure):
    for row in rows_with(figure):
        if place := figure.said.get("place"):
            assert row.place.name == place
        if industry := figure.said.get("industry"):
            assert row.industry.name.casefold() == industry
        if words := figure.said.get("growth_words"):
            assert row.growth_words == words
        if basis := figure.said.get("years_basis"):
            assert (row.title, row.get_years_basis_display()) == (figure.said["of"], basis.replace("total", "in total"))
        if figure.place.startswith("Salary by Experience Level"):
            assert row.level.title == figure.said["of"]


@pytest.mark.parametrize("figure", figures("period"))
def test_a_time_is_the_period_of_the_figures_beside_it(figure):
    statements = [row for row in rows_there(figure) if isinstance(row, Statement)]
    assert plain(figure.said["as_printed"]) in {statement_period(row) for row in statements}


@pytest.mark.parametrize("figure", figures("words"))
def test_a_length_in_words_alone_is_kept_in_words(figure):
    heading = figure.place.partition(", paragraph")[0]
    words = " ".join(words_of(row) for row in rows_of(figure.source, locator__startswith=heading))
    assert all(part in words for part in figure.said["as_printed"].split(" to "))


@pytest.mark.parametrize("figure", figures("prose"))
def test_a_year_that_dates_the_prose_is_in_it(figure):
    heading = figure.place.partition(", ")[0]
    (section,) = rows_of(figure.source, [Section], locator=heading)
    assert plain(figure.said["as_printed"]) in words_of(section)


@pytest.mark.parametrize("figure", figures("count"))
def test_a_number_of_kinds_is_that_many_rows(figure):
    kinds = RelatedCareer.objects.filter(source__slug=figure.source, kind=RelatedCareer.Kind.KIND_OF)
    assert kinds.count() == figure.said["values"]["count"] == 2


def test_every_figure_of_the_index_is_looked_for():
    looked_for = [figure for kind in ("number", "period", "words", "prose", "count") for figure in figures(kind)]
    assert len(looked_for) == 49 + 14
    assert [len(index.figures) for index in indexes()] == [index.said["counts"]["figures"] for index in indexes()]


def test_every_row_says_where_it_stands_and_every_statement_what_is_printed():
    rows = rows_of(HIMALAYAS) + rows_of(STUDY_COM)
    assert all(row.locator.strip() for row in rows)
    assert all(row.as_printed.strip() for row in rows if isinstance(row, Statement))
    assert len(rows) > 200


def at(model, heading, **said):
    return lambda: model.objects.filter(locator__startswith=heading, **said)


# Counted by hand in the guides, and again in the index where it counts them.
COUNTS = [
    (HIMALAYAS, "responsibilities", 7, at(Responsibility, "")),
    (HIMALAYAS, "technical_skills", 10, at(CareerSkill, "Technical Skills", skill__kind="technical")),
    (HIMALAYAS, "soft_skills", 6, at(CareerSkill, "Soft Skills", skill__kind="soft")),
    (HIMALAYAS, "steps", 7, at(Step, "How to Become a Medical Records Administrator, Step")),
    (HIMALAYAS, "rungs", 5, at(Rung, "Career Path")),
    (HIMALAYAS, "level_rows", 5, at(Salary, "Salary by Experience Level", median__isnull=False, mean__isnull=False)),
    (HIMALAYAS, "countries_with_pay", 7, at(Salary, "Global Salaries", low__isnull=False, high__isnull=False)),
    (HIMALAYAS, "conversions", 5, at(Salary, "Global Salaries", converted_currency="USD")),
    (HIMALAYAS, "pros", 7, at(Point, "Pros", side="pro")),
    (HIMALAYAS, "cons", 7, at(Point, "Cons", side="con")),
    (HIMALAYAS, "questions", 7, at(Question, "Frequently Asked Questions, question")),
    (HIMALAYAS, "related_careers", 5, at(RelatedCareer, "", career__slug="medical-records-administrator")),
    (HIMALAYAS, "toolkit_entries", 4, at(ToolkitEntry, "Job Application Toolkit")),
    (HIMALAYAS, "support_organisations", 6, at(Organisation, "Resources & Support Networks")),
    (STUDY_COM, "careers_compared", 2, at(RelatedCareer, "", kind="kind_of")),
    (STUDY_COM, "growth_figures_in_table", 2, at(Outlook, "What Is a Medical Records Administrator?, table")),
    (STUDY_COM, "growth_figures_in_text", 2, at(Outlook, "What Is the Job Outlook?")),
    (STUDY_COM, "mean_salaries_in_table", 2, at(Salary, "What Is a Medical Records Administrator?, table")),
    (STUDY_COM, "mean_salaries_in_text", 3, at(Salary, "How Much Could I Earn?")),
    (STUDY_COM, "alternatives", 2, at(RelatedCareer, "", kind="alternative")),
]


@pytest.mark.parametrize(("source", "what", "count", "rows"), COUNTS, ids=[what for _, what, _, _ in COUNTS])
def test_there_are_as_many_rows_as_were_counted_in_the_guide(source, what, count, rows):
    (index,) = (index for index in indexes() if index.source == source)
    assert rows().filter(source__slug=source).count() == count == index.said["counts"][what]


def test_three_means_of_study_com_are_different_ones():
    assert {*Salary.objects.filter(source__slug=STUDY_COM).values_list("mean", flat=True)} == {40_430, 106_070, 161_530}


def test_the_table_of_levels_is_there_cell_by_cell():
    (table,) = indexes()[0].said["tables"]
    rows = Salary.objects.filter(source__slug=HIMALAYAS).by_level()
    assert [[row.level.title, *row.as_printed.split(" | ")] for row in rows] == table["rows"]


def test_the_table_of_two_careers_is_there_cell_by_cell():
    (table,) = indexes()[1].said["tables"]
    for label, *cells in table["rows"]:
        for career, cell in zip(table["columns"][1:], cells, strict=True):
            rows = rows_of(STUDY_COM, IN_THE_TABLE, locator__contains=label, career__title=career)
            told = " ".join(words_of(row) for row in rows if "table, row" in row.locator)
            assert all(part in told for part in parts_of(cell)), (label, career)


def parts_of(cell):
    """A cell's words, those in brackets apart: "15%" and "much faster than average"."""
    return [plain(part) for part in re.split(r"[()*]", cell)]


def test_related_careers_are_those_of_the_guide():
    related = RelatedCareer.objects.filter(source__slug=HIMALAYAS, career__slug="medical-records-administrator")
    assert [row.related.title for row in related] == RELATED


(RELATED,) = (each["items"] for each in indexes()[0].said["lists"] if each["id"] == "related-careers")
# Headings that are no row's place: one has only other headings beneath it, one stands on every rung, five are
# careers. The rungs and the careers have tests of their own.
ELSEWHERE = ["What does a Medical Records Administrator do?", "Key Focus Areas", *RELATED]
HEADINGS = [
    pytest.param(index.source, heading, id=f"{index.file}: {heading['title']}")
    for index in indexes()
    for heading in index.said["headings"]
    if not heading.get("promotion") and heading["title"] not in ELSEWHERE
]


@pytest.mark.parametrize(("source", "heading"), HEADINGS)
def test_every_heading_is_where_something_stands(source, heading):
    sections = rows_of(source, [Section], heading__startswith=heading["title"])
    assert sections or rows_of(source, locator__contains=heading["title"])
    if heading.get("empty"):
        assert [section.left_empty for section in sections] == [True]


def test_every_rung_has_its_focus_areas():
    rungs = Rung.objects.filter(source__slug=HIMALAYAS)
    assert all(rung.summary and rung.focus for rung in rungs)


NAMES = [
    ("soft-skills", "name", at(CareerSkill, "Soft Skills"), lambda row: row.skill.name),
    ("support-organisations", "name", at(Organisation, ""), lambda row: row.name),
    ("countries-with-pay", "name", at(Salary, "Global Salaries"), lambda row: row.place.name),
    ("rungs", "title", at(Rung, ""), lambda row: row.title),
]


@pytest.mark.parametrize(("what", "name", "rows", "called"), NAMES, ids=[what for what, *_ in NAMES])
def test_a_list_has_the_names_of_the_guide_in_its_order(what, name, rows, called):
    (listed,) = (each for each in indexes()[0].said["lists"] if each["id"] == what)
    there = rows().filter(source__slug=HIMALAYAS).order_by("pk")
    assert [called(row).casefold() for row in there] == [item[name].casefold() for item in listed["items"]]
