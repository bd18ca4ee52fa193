"""What a file says is in the database afterwards: its rows, their history, one edition."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.models import Career, Crosswalk
from education.models import Path, Step
from facts.models import Change, Edition, LoadedRow, Place, Release, Source
from salaries.models import Salary
from tests.facts.loading.rows import GUIDE, SOURCE, place, salary, step

RHIT = "- model: education.credential\n  fields: {slug: rhit, name: RHIT, kind: certification}\n"
RHIA = "- model: education.credential\n  fields: {slug: rhia, name: RHIA, kind: certification}\n"


def path(credentials):
    return f"""
- model: education.path
  fields:
    {{key: guide-path, source: [a-guide], locator: Training, career: [clerk], name: Degree, as_printed: 2-4 years,
     credentials: [{credentials}]}}
"""


def test_every_field_is_taken_over(load):
    load(
        GUIDE
        + salary(
            median=47190.5,
            marks="{median: {approximate: true}}",
            reference_start="2023-05-01",
            reference_end="2023-05-31",
            attributed_to="BLS",
            note=">-\n      One line\n      and more.",
        )
    )
    found = Salary.objects.get(key="guide-median")
    assert found.career == Career.objects.get(slug="clerk")
    assert found.source == Source.objects.get(slug="a-guide")
    assert found.median == Decimal("47190.50")
    assert found.marks == {"median": {"approximate": True}}
    assert (found.reference_start, found.reference_end) == (date(2023, 5, 1), date(2023, 5, 31))
    assert found.note == "One line and more."
    assert found.version == 1


def test_rows_may_refer_to_rows_further_down(load):
    load(salary() + GUIDE)
    assert Salary.objects.get().career.field.slug == "health-records"


def test_rows_may_refer_to_rows_of_their_own_kind(load):
    load(place("LA", "Los Angeles", parent="US-CA") + place("US-CA", "California", parent="US") + place())
    assert Place.objects.get(code="LA").parent.parent.code == "US"


def test_rows_may_refer_to_rows_of_another_file(load):
    load(GUIDE, name="common.yaml")
    load(salary(), name="guide.yaml")
    assert Salary.objects.get().career.slug == "clerk"


def test_a_row_may_refer_to_two_rows_of_one_kind(load):
    load(
        """
        - model: careers.crosswalk
          fields:
            {key: soc-1, source: [soc], locator: Row 1, from_occupation: [soc-2010, 29-2071],
             to_occupation: [soc-2018, 29-2072]}
        - model: careers.occupation
          fields: {scheme: soc-2010, code: 29-2071, title: Technicians}
        - model: careers.occupation
          fields: {scheme: soc-2018, code: 29-2072, title: Specialists}
        - model: facts.source
          fields: {slug: soc, publisher: BLS, title: SOC, kind: classification}
        """
    )
    crosswalk = Crosswalk.objects.get()
    assert (crosswalk.from_occupation.code, crosswalk.to_occupation.code) == ("29-2071", "29-2072")


def test_a_row_whose_key_holds_another_rows_key_is_found_again(load):
    release = "- model: facts.release\n  fields: {source: [a-guide], slug: may-2024, label: May 2024}\n"
    load(release + SOURCE)
    assert "2 as they were" in load(release + SOURCE).out
    assert Release.objects.get().source.slug == "a-guide"


def test_a_row_is_tied_to_many(load):
    load(GUIDE + RHIT + RHIA + path("[rhit], [rhia]"))
    assert {credential.slug for credential in Path.objects.get().credentials.all()} == {"rhit", "rhia"}


def test_what_a_row_is_tied_to_is_part_of_what_it_says(load):
    load(GUIDE + RHIT + RHIA + path("[rhit]"))
    assert "rows.yaml: 1 changed, 5 as they were" in load(GUIDE + RHIT + RHIA + path("[rhia]")).said
    found = Path.objects.get()
    assert [credential.slug for credential in found.credentials.all()] == ["rhia"]
    assert found.version == 2
    latest, first = found.history.all()
    assert [tied.credential.slug for tied in latest.credentials.all()] == ["rhia"]
    assert [tied.credential.slug for tied in first.credentials.all()] == ["rhit"]


def test_a_file_makes_one_edition_with_its_rows(load):
    load(GUIDE + salary())
    edition = Edition.objects.get()
    assert (edition.number, edition.act, edition.reason) == (
        1,
        Edition.Act.LOAD,
        "Loaded the guide by Himalayas: A guide.",
    )
    changes = Change.objects.values_list("model", "key", "kind", "career_slug")
    assert ("salaries.salary", "guide-median", "created", "clerk") in changes
    assert len(changes) == 4


def test_each_file_that_changes_something_makes_an_edition(write, run):
    ran = run(write("a.yaml", SOURCE), write("b.yaml", place()))
    assert [edition.reason for edition in Edition.objects.order_by("number")] == [
        "Loaded from a.yaml.",
        "Loaded from b.yaml.",
    ]
    assert ran.said[-1] == "Edition 2 is out."


def test_every_row_has_the_load_in_its_history(load):
    load(GUIDE + salary())
    load(GUIDE + salary(median=39_000))
    second, first = Salary.objects.get().history.all()
    assert (first.history_type, first.median) == ("+", 38_000)
    assert (second.history_type, second.median) == ("~", 39_000)
    assert {first.history_change_reason, second.history_change_reason} == {"Loaded the guide by Himalayas: A guide."}


def test_a_row_that_says_something_else_is_changed_and_keeps_its_place(load):
    load(GUIDE + salary())
    before = Salary.objects.get()
    assert "rows.yaml: 1 changed, 3 as they were" in load(GUIDE + salary(median=39_000)).said
    after = Salary.objects.get()
    assert (after.pk, after.median, after.version) == (before.pk, 39_000, 2)
    change = Change.objects.get(edition__number=2)
    assert (change.kind, change.key) == ("changed", "guide-median")


def test_a_field_that_the_file_no_longer_gives_goes_back_to_its_default(load):
    load(GUIDE + salary(note="Old.", attributed_to="BLS"))
    load(GUIDE + salary())
    assert (Salary.objects.get().note, Salary.objects.get().attributed_to) == ("", "")


def test_a_second_load_writes_nothing(write, run):
    file = write("rows.yaml", GUIDE + RHIT + path("[rhit]") + salary() + place())
    run(file)
    history = Salary.history.count()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        ran = run(file)
    written = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert written == []
    assert ran.said == ["rows.yaml: 7 as they were", "Nothing has changed."]
    assert Edition.objects.count() == 1
    assert Salary.history.count() == history


def test_how_often_the_database_is_asked_does_not_grow_with_the_rows(write, run):
    def asked(rows):
        file = write("rows.yaml", GUIDE + "".join(salary(f"guide-{n}") for n in range(rows)))
        run(file)
        with CaptureQueriesContext(connection) as queries:
            run(file)
        return len(queries)

    assert asked(2) == asked(90)


def test_steps_that_change_places_are_saved(load):
    load(GUIDE + step(1, "learn") + step(2, "apply") + step(3, "work"))
    load(GUIDE + step(3, "learn") + step(1, "apply") + step(2, "work"))
    assert [step.key for step in Step.objects.order_by("position")] == ["apply", "work", "learn"]


def test_a_step_between_two_others_moves_those_behind_it_on(load):
    load(GUIDE + step(1, "learn") + step(2, "apply"))
    load(GUIDE + step(1, "learn") + step(2, "practise") + step(3, "apply"))
    assert [step.key for step in Step.objects.order_by("position")] == ["learn", "practise", "apply"]


def test_django_loads_the_same_files_as_they_are(write, db):
    file = write("rows.yaml", GUIDE + salary() + RHIT + path("[rhit]"))
    call_command("loaddata", str(file), verbosity=0)
    assert Salary.objects.get().median == 38_000
    assert Path.objects.get().credentials.get().slug == "rhit"


def test_what_django_loaded_is_taken_over_where_it_says_the_same(write, run):
    file = write("rows.yaml", GUIDE + salary())
    call_command("loaddata", str(file), verbosity=0)
    assert "rows.yaml: 4 as they were" in run(file).said
    assert LoadedRow.objects.count() == 4
    assert "rows.yaml: 1 changed, 3 as they were" in run(write("rows.yaml", GUIDE + salary(median=39_000))).said


@pytest.mark.parametrize("text", ["2-4 years", "≈23,700", "$30k - $70k+ USD", "€30,000 “to” €50,000", "😀"])
def test_characters_stay_as_printed(load, text):
    load(GUIDE + salary(as_printed=f"'{text}'"))
    assert Salary.objects.get().as_printed == text
