"""A file with something wrong in it is refused whole: everything that is wrong is named, and nothing of it stays."""

import pytest
from django.db import DatabaseError

from facts.models import Change, Edition, LoadedRow, Place, Source
from salaries.models import Salary
from tests.facts.loading.rows import GUIDE, SOURCE, place, salary, step


def nothing_stays():
    models = (Source, Place, Salary, Edition, Change, LoadedRow)
    return not any(model.objects.exists() for model in models) and not Salary.history.exists()


def test_a_row_without_a_source_is_refused_with_its_line_and_name(refuse):
    assert refuse(GUIDE + salary(source=None)) == ["line 7, salaries.salary guide-median: source: is missing."]
    assert nothing_stays()


def test_a_low_end_above_the_high_end_is_refused_in_words(refuse):
    assert refuse(GUIDE + salary(median=None, low=70_000, high=30_000)) == [
        "line 7, salaries.salary guide-median: The low end is above the high end."
    ]
    assert nothing_stays()


def test_every_wrong_row_is_named_not_only_the_first(refuse):
    complaints = refuse(
        GUIDE
        + salary("one", source="[nowhere]")
        + salary("two", median=None, low=2, high=1)
        + salary("three", median="much")
        + salary("four", colour="red")
        + salary("five", source=None)
        + salary("six", p10=2, p90=1)
        + salary("seven", median=None)
        + "- model: facts.palace\n  fields: {}\n"
        + salary("eight")
    )
    wrong = [complaint.partition(": ") for complaint in complaints]
    assert [(where.rpartition(" ")[2], reason) for where, _, reason in wrong] == [
        ("one", "source: there is no facts.source nowhere."),
        ("two", "The low end is above the high end."),
        ("three", "median: “much” value must be a decimal number."),
        ("four", "colour: is no field of it."),
        ("five", "source: is missing."),
        ("six", "The percentiles are not in order: none may be above a later one."),
        ("seven", "Give at least one amount, or mark the one that the source withholds."),
        ("72", "“facts.palace” is no model."),
    ]
    assert nothing_stays()


def test_everything_that_is_wrong_with_one_row_is_named(refuse):
    complaints = refuse(GUIDE + salary(source="[nowhere]", low=2, high=1, currency="money", as_printed="''"))
    assert {complaint.partition(": ")[2] for complaint in complaints} == {
        "source: there is no facts.source nowhere.",
        "The low end is above the high end.",
        "currency: Ensure this value has at most 3 characters (it has 5).",
        "currency: “money” is no currency. A currency is its three letters in ISO 4217, such as USD.",
        "as_printed: This field cannot be blank.",
    }


def test_what_rests_on_a_wrong_row_is_not_blamed_for_it(refuse):
    source = SOURCE.replace("publisher: Himalayas, ", "")
    (complaint,) = refuse(GUIDE.replace(SOURCE, source) + salary())
    assert "facts.source a-guide: publisher: This field cannot be blank." in complaint


def test_what_rests_on_a_wrong_row_is_still_looked_through_itself(refuse):
    source = SOURCE.replace("kind: guide", "kind: rumour")
    complaints = refuse(GUIDE.replace(SOURCE, source) + salary(low=2, high=1))
    assert len(complaints) == 2
    assert complaints[1].endswith("The low end is above the high end.")


def test_a_row_that_stands_twice_is_refused_with_both_lines(refuse):
    assert refuse(place() + place("CA", "Canada") + place(name="USA")) == [
        "line 5, facts.place US: stands in line 1 already."
    ]


def test_two_rows_that_the_database_does_not_take_together_are_refused(refuse):
    (complaint,) = refuse(GUIDE + step(1, "learn") + step(1, "practise"))
    assert complaint.startswith("line 9, education.step practise: ")
    assert "already" in complaint
    assert nothing_stays()


def test_one_key_for_two_kinds_of_statement_is_refused(refuse):
    outlook = """
- model: careers.outlook
  fields: {key: guide-median, source: [a-guide], locator: Facts, as_printed: 7%, career: [clerk], growth_percent: 7}
"""
    (complaint,) = refuse(GUIDE + salary() + outlook)
    assert "careers.outlook guide-median: key: Another statement has this key" in complaint


def test_marks_on_what_is_no_figure_are_refused(refuse):
    (complaint,) = refuse(GUIDE + salary(marks="{mode: {approximate: true}}"))
    assert "marks: “mode” is no field that can be marked." in complaint


def test_rows_in_a_circle_are_refused(refuse):
    (complaint,) = refuse(place("A", "A", parent="B") + place("B", "B", parent="A"))
    assert complaint.endswith("needs facts.place A, which needs it in turn.")


def test_text_that_is_no_yaml_is_refused_with_its_line(refuse):
    assert refuse("- model: facts.place\n  fields: {code: US\n- x\n")[0].startswith("line 4: no YAML: ")


def test_what_was_loaded_before_stays_as_it_was(load, refuse):
    load(GUIDE + salary())
    refuse(GUIDE + salary(median=39_000) + salary("worse", low=2, high=1))
    assert Salary.objects.get().median == 38_000
    assert Salary.objects.get().history.count() == 1
    assert Edition.objects.count() == 1


def test_a_change_that_the_database_does_not_take_is_refused(load, refuse):
    load(GUIDE + salary())
    assert refuse(GUIDE + salary(low=2, high=1)) == [
        "line 7, salaries.salary guide-median: The low end is above the high end."
    ]
    assert Salary.objects.get().version == 1


def test_the_other_files_are_loaded_all_the_same(write, run):
    ran = run(write("a.yaml", place("", "Nowhere")), write("b.yaml", SOURCE))
    assert ran.failed == "Not loaded: a.yaml"
    assert ran.said == ["b.yaml: 1 new", "Edition 1 is out."]
    assert Source.objects.exists()
    assert not Place.objects.exists()


def test_files_that_need_a_refused_one_are_left_out_and_said_to_be(write, run):
    common = write("common.yaml", GUIDE + place("", "Nowhere"))
    ran = run(common, write("guide.yaml", salary()), write("more.yaml", place("CA", "Canada")))
    assert ran.failed == "Not loaded: common.yaml, guide.yaml"
    assert "guide.yaml: left out, since it needs common.yaml" in ran.complaints
    assert ran.said[0] == "more.yaml: 1 new"


def test_a_row_in_two_files_is_refused_in_the_second(write, run):
    ran = run(write("a.yaml", place()), write("b.yaml", place(name="USA")))
    assert ran.failed == "Not loaded: b.yaml"
    assert ran.complaints[0] == "b.yaml, line 1, facts.place US: stands in a.yaml too."
    assert Place.objects.get().name == "United States"


def test_a_file_that_cannot_be_read_is_refused(write, run, tmp_path):
    (tmp_path / "latin.yaml").write_bytes("- Münster".encode("latin-1"))
    ran = run(tmp_path / "latin.yaml", write("a.yaml", place()))
    assert ran.failed == "Not loaded: latin.yaml"
    assert "latin.yaml: cannot be read" in ran.err
    assert Place.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_a_failure_that_no_check_explains_is_told_as_the_database_tells_it(refuse, monkeypatch, rows):
    def fail(self, *args, **kwargs):
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(Place, "save", fail)
    complaints = refuse("".join(place(f"P{n}") for n in range(rows)))
    assert len(complaints) == rows
    assert all("the disk is full" in complaint for complaint in complaints)
