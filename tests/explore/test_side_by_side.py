"""Jobs side by side: each sentence is held against the rows it was made from."""

import re

import pytest

from careers.models import Occupation
from explore.compare import compare
from explore.side_by_side import documents_of, rows_of
from tests import factories as make

pytestmark = pytest.mark.django_db

ALONE = dict.fromkeys(("annual_p10", "annual_p25", "annual_p75", "annual_p90"))
"""A median without percentiles."""


@pytest.fixture
def nurses():
    """Registered nurses against technologists, in two years of pay, with what else the record has of both."""
    old, new = make.ReleaseFactory(year=2022), make.ReleaseFactory(year=2025)
    for code, title, before, now, people, education, growth in (
        ("29-1141", "Registered Nurses", 80_000, 96_000, 3_000_000, "Bachelor's degree", 6),
        ("29-2034", "Radiologic Technologists", 65_000, 78_000, 200_000, "Associate's degree", 4),
    ):
        job = make.OccupationFactory(code=code, title=title)
        for release, median in ((old, before), (new, now)):
            make.WageFactory(occupation=job, release=release, annual_median=median, employment=people, **ALONE)
        make.TypicalEntryFactory(occupation=job, education=education)
        make.OutlookFactory(of_occupation=True, occupation=job, growth_percent=growth, as_printed=str(growth))
        whole = make.OccupationFactory(code=f"{code}.00", scheme="onet-soc-2019", parent=job, title=title)
        make.TaskFactory(occupation=whole, statement=f"Do what {title} do.")


def rows(*names):
    items = compare(names).items
    return {row.key: row for row in rows_of(documents_of(items))}


def text_of(row) -> str:
    return " ".join(message.text for message in row.messages)


def test_pay_is_told_in_dollars_a_year_from_the_two_figures_shown(nurses):
    row = rows("29-1141", "29-2034")["pay"]
    assert text_of(row) == (
        "Median pay is $18,000 more a year for Registered Nurses than for Radiologic Technologists, 23% more."
    )
    (message,) = row.messages
    high, low = message.args["high"], message.args["low"]
    assert high.value - low.value == int(re.search(r"\$([\d,]+)", message.text).group(1).replace(",", ""))
    assert [cell.lines[0].figure for cell in row.cells] == [high, low]


def test_the_order_of_the_names_does_not_change_who_earns_more(nurses):
    assert text_of(rows("29-2034", "29-1141")["pay"]) == text_of(rows("29-1141", "29-2034")["pay"])


def test_people_are_told_in_times(nurses):
    text = text_of(rows("29-1141", "29-2034")["people"])
    assert (
        text == "The number of people is about 15 times as high for Registered Nurses as for Radiologic Technologists."
    )


def test_pay_over_the_years_is_told_of_the_same_years(nurses):
    row = rows("29-1141", "29-2034")["pay-change"]
    text = text_of(row)
    assert text.endswith("median pay went up 20% for Registered Nurses, up 20% for Radiologic Technologists.")
    assert [int(figure.value) for figure in row.messages[0].figures] == [80_000, 96_000, 65_000, 78_000]


def test_who_needs_less_education_is_named(nurses):
    text = text_of(rows("29-1141", "29-2034")["education"])
    assert text == (
        "The least education is typical for Radiologic Technologists (associate's degree),"
        " the most for Registered Nurses (bachelor's degree)."
    )


def test_pay_that_is_only_known_as_a_bound_is_told_as_one(nurses):
    for code, title in (("29-1248", "Surgeons"), ("29-1211", "Anesthesiologists")):
        job, release = make.OccupationFactory(code=code, title=title), make.ReleaseFactory(year=2025)
        top = {"annual_median": 239_200, "marks": {"annual_median": {"at_least": True}}}
        make.WageFactory(occupation=job, release=release, **ALONE | top)
    assert text_of(rows("29-1248", "29-1141")["pay"]) == (
        "Median pay is at least $143,200 more a year for Surgeons than for Registered Nurses, at least 149% more."
    )
    assert text_of(rows("29-1248", "29-1211")["pay"]) == (
        "For Surgeons and Anesthesiologists alike it is $239,200 or more, and nothing higher is printed."
    )


def test_ai_exposure_names_the_measure_of_each_percentile(nurses):
    for code, percentile in (("29-1141", 30), ("29-2034", 45)):
        make.ExposureFactory(occupation=Occupation.objects.get(code=code), percentile=percentile, as_printed="0.5")
    row = rows("29-1141", "29-2034")["exposure"]
    measure = "Beta, rated by people (Eloundou, Manning, Mishkin and Rock)"
    assert [(line.text, line.note) for cell in row.cells for line in cell.lines] == [
        ("30th percentile", f"{measure}: 0.5"),
        ("45th percentile", f"{measure}: 0.5"),
    ]
    assert text_of(row) == f"Most AI exposure: Radiologic Technologists (by {measure}). None predicts job loss."


def test_measures_that_part_on_who_is_more_exposed_are_set_side_by_side(nurses):
    for code, beta, use in (("29-1141", 30, 60), ("29-2034", 45, 20)):
        job = Occupation.objects.get(code=code)
        make.ExposureFactory(occupation=job, percentile=beta)
        make.ExposureFactory(copilot=True, occupation=job, percentile=use)
    assert text_of(rows("29-1141", "29-2034")["exposure"]) == (
        "Most AI exposure: Radiologic Technologists (by Beta, rated by people (Eloundou, Manning, Mishkin and Rock)); "
        "Registered Nurses (by AI applicability, both sides of the talks (Tomlinson, Jaffe, Wang, Counts and Suri)). "
        "None predicts job loss."
    )


def test_tasks_are_those_that_only_one_has(nurses):
    cells = rows("29-1141", "29-2034")["tasks"].cells
    assert [[line.text for line in cell.lines] for cell in cells] == [
        ["Do what Registered Nurses do."],
        ["Do what Radiologic Technologists do."],
    ]


def test_figures_of_other_years_are_not_set_against_each_other(nurses):
    later = make.OccupationFactory(code="11-1011", title="Chiefs")
    make.WageFactory(occupation=later, release=make.ReleaseFactory(year=2023), annual_median=200_000, **ALONE)
    assert text_of(rows("29-1141", "11-1011")["pay"]) == ""


def test_a_row_that_none_has_an_answer_to_is_left_out(nurses):
    assert "exposure" not in rows("29-1141", "29-2034")


def test_a_name_that_is_no_title_is_searched_for_and_told(nurses):
    found = compare(["nurse", "29-2034"])
    assert [item.title for item in found.items] == ["Registered Nurses", "Radiologic Technologists"]
    assert found.readings == [("nurse", "Registered Nurses")]
