"""The consumer price index: every month and year of the national series, and nothing in between."""

from dataclasses import replace
from decimal import Decimal

import pytest

from facts.models import Edition, Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from money.conversions import NotComputable, in_money_of
from money.models import PriceIndex
from tests.money.conversions.amounts import MEDIAN
from tests.tables import write_table

pytestmark = pytest.mark.django_db

HEADER = ["series", "title", "area_code", "area_name", "seasonally_adjusted", "year", "period", "value"]
NATIONAL = ["CUUR0000SA0", "All items in U.S. city average, not seasonally adjusted", "0000", "U.S. city average", "0"]
ADJUSTED = ["CUSR0000SA0", "All items in U.S. city average, seasonally adjusted", "0000", "U.S. city average", "1"]
ALASKA = ["CUUSS49GSA0", "All items in Urban Alaska", "S49G", "Urban Alaska", "0"]
ROWS = [
    HEADER,
    [*ADJUSTED, "2023", "M05", "303.294"],
    [*NATIONAL, "2023", "M05", "304.127"],
    [*NATIONAL, "2024", "M13", "313.689"],
    [*NATIONAL, "2025", "M09", "324.8"],
    [*NATIONAL, "2025", "M10", "-"],
    [*NATIONAL, "2025", "M11", "324.122"],
    [*ALASKA, "2025", "S02", "273.487"],
]


@pytest.fixture
def report(tmp_path, db):
    return import_release("cpi", write_table(tmp_path / "cpi_u_all_items.csv.gz", ROWS))


def test_every_row_is_accounted_for(report):
    assert (report.read, report.created, report.rejected) == (7, 4, 3)
    assert report.accounts_for_all
    assert any("“-” is no marker that is known" in reason for _, number, reason in report.rejections if number == 6)


def test_months_and_averages_of_years_are_kept(report):
    assert PriceIndex.objects.published().of_month(2023, 5).get().value == Decimal("304.127")
    assert PriceIndex.objects.published().of_year(2024).get().value == Decimal("313.689")
    assert not PriceIndex.objects.of_month(2025, 10).exists()


def test_the_release_is_named_after_the_newest_month(report):
    release = Release.objects.get()
    assert (release.slug, release.label) == ("2025-11", "November 2025")
    assert (release.period_start.isoformat(), release.period_end.isoformat()) == ("2023-05-01", "2025-11-30")


def test_money_is_worked_out_with_it(report):
    assert in_money_of(MEDIAN, 2024).value_text == "$50,314"
    with pytest.raises(NotComputable, match="no CPI-U for October 2025, and none is guessed"):
        in_money_of(MEDIAN, 2025, 10)
    with pytest.raises(NotComputable, match="goes up to November 2025"):
        in_money_of(MEDIAN, 2025, 12)
    with pytest.raises(NotComputable, match="CPI-U of 2025 is not here yet"):
        in_money_of(replace(MEDIAN, value=Decimal(1)), 2025)


def test_twice_writes_nothing(report, tmp_path):
    assert import_release("cpi", tmp_path / "cpi_u_all_items.csv.gz").already_here
    again = import_release("cpi", write_table(tmp_path / "cpi_u_all.csv", ROWS))
    assert (again.unchanged, again.edition) == (4, None)
    assert Edition.objects.count() == 1


def test_a_correction_of_the_same_month_takes_its_place(report, tmp_path):
    rows = [*ROWS[:6], [*NATIONAL, "2025", "M11", "324.123"]]
    again = import_release("cpi", write_table(tmp_path / "cpi_u_all.csv", rows))
    assert (again.changed, again.unchanged) == (1, 3)
    assert PriceIndex.objects.published().of_month(2025, 11).get().value == Decimal("324.123")


def test_the_publisher_s_own_layout_is_read_too(tmp_path):
    lines = ["series_id                      \tyear\tperiod\t       value\tfootnote_codes"]
    lines += ["CUUR0000SA0      \t2023\tM05\t     304.127\t", "CUUR0000SA0      \t2023\tM13\t     304.702\t"]
    (tmp_path / "cu.data.1.AllItems.txt").write_text("\n".join(lines))
    assert import_release("cpi", tmp_path / "cu.data.1.AllItems.txt").created == 2
    assert Release.objects.get().label == "May 2023"


@pytest.mark.parametrize(
    ("rows", "label", "reason"),
    [
        ([HEADER, [*ALASKA, "2025", "S02", "273.487"]], None, "has no month of the series CUUR0000SA0"),
        ([HEADER[:5]], None, "missing: “year”, “period”, “value”"),
        (ROWS, "December 2025", "goes up to November 2025, not to December 2025"),
    ],
)
def test_what_is_no_such_index_is_refused(tmp_path, rows, label, reason):
    with pytest.raises(ImportRefused, match=reason):
        import_release("cpi", write_table(tmp_path / "cpi_u.csv", rows), label=label)
    assert not Release.objects.exists()


@pytest.mark.parametrize("value", ["0", "-3", "many", "123456.7"])
def test_an_index_that_makes_no_sense_is_left_out(tmp_path, value):
    report = import_release("cpi", write_table(tmp_path / "cpi_u.csv", [*ROWS[:3], [*NATIONAL, "2023", "M06", value]]))
    assert report.created == 1
    assert report.accounts_for_all
