"""Publishers' own files, where RUNGS_DATA names a folder that holds them: programs computed again by other code."""

import csv
import gzip
import random
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from django.db import connection, transaction

from education.models import ProgramOutcome
from explore.programs.listing import find_programs, list_programs, newest_outcomes
from ingest.releases.run import import_release
from tests import needs

pytestmark = [pytest.mark.data, pytest.mark.django_db]

OUTCOMES = "college-scorecard/Most-Recent-Cohorts-Field-of-Study.csv.gz"
TUITION, SCHOOLS = "ipeds/ic2022_ay.csv.gz", "ipeds/hd2020.csv.gz"
LEVELS = {"1": "certificate", "2": "associate", "3": "bachelor", "5": "master"}
YEARS = {"2": 2, "3": 4}
CHECKED = 200
OHIO, HEALTH_RECORDS = "OH", "51.07"


@pytest.fixture(scope="module", autouse=True)
def _files(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        import_release("scorecard", needs.data() / OUTCOMES, label="June 10, 2026")
        for name in (TUITION, SCHOOLS):
            import_release("ipeds", needs.data() / name)
        connection.check_constraints()
        yield
        transaction.set_rollback(True)


def _rows(name, encoding):
    with gzip.open(needs.data() / name, "rt", encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def raw():
    return _rows(OUTCOMES, "utf-8")


@pytest.fixture(scope="module")
def tuition():
    return {row["UNITID"]: row["CHG2AY3"].strip() for row in _rows(TUITION, "cp1252")}


def program_of(row):
    code = f"{row['CIPCODE'][:2]}.{row['CIPCODE'][2:]}"
    found = find_programs(newest_outcomes()).filter(unit_id=row["UNITID"], code=code, level=LEVELS[row["CREDLEV"]])
    (program,) = list_programs(found)
    return program


def test_two_hundred_programs_computed_again(raw, tuition):
    draw = random.Random(18)
    for row in draw.sample([row for row in raw if row["CREDLEV"] in LEVELS], CHECKED):
        program = program_of(row)
        for field, column in (
            ("earnings_after_four_years", "EARN_MDN_4YR"),
            ("earnings_after_one_year", "EARN_MDN_1YR"),
            ("debt", "DEBT_ALL_STGP_EVAL_MDN"),
            ("completers", "IPEDSCOUNT2"),
        ):
            shown, printed = getattr(program.outcome, field), row[column]
            assert shown == (int(printed) if printed.isdigit() else None)
            assert ("suppressed" in program.outcome.marks.get(field, {})) == (printed == "PS")
        assert _months(program) == _expected_months(row, tuition.get(row["UNITID"], "."))


def _months(program):
    return program.payback.months if program.payback else None


def _expected_months(row, charge):
    if row["CREDLEV"] not in YEARS or not charge.isdigit() or not row["EARN_MDN_4YR"].isdigit():
        return None
    months = Fraction(int(charge) * YEARS[row["CREDLEV"]] * 12, int(row["EARN_MDN_4YR"]))
    return Decimal(int(months * 10 + Fraction(1, 2))).scaleb(-1).quantize(Decimal("0.1"), ROUND_HALF_UP)


def test_ohio_s_schools_of_health_records_are_those_of_the_files(raw):
    there = {row["UNITID"] for row in _rows(SCHOOLS, "cp1252") if row["STABBR"] == OHIO}
    expected = {row["UNITID"] for row in raw if row["CIPCODE"] == "5107" and row["CREDLEV"] == "2"} & there
    found = find_programs(newest_outcomes()).in_states([OHIO]).in_fields([HEALTH_RECORDS]).filter(level="associate")
    assert {str(unit_id) for unit_id in found.values_list("unit_id", flat=True)} == expected
    assert len(expected) == 42


def test_nothing_suppressed_has_a_number():
    for field in ("earnings_after_one_year", "earnings_after_four_years", "debt"):
        marked = ProgramOutcome.objects.filter(**{f"marks__{field}__suppressed": True})
        assert marked.exists()
        assert not marked.exclude(**{field: None}).exists()
