"""The publisher's own files, where RUNGS_DATA names a folder that holds them; numbers read in them by hand."""

import csv
from decimal import Decimal

import pytest
from django.db import transaction

from facts.models import Edition, Release
from ingest.releases.run import import_release
from salaries.models import Wage
from tests import needs

pytestmark = [pytest.mark.data, pytest.mark.django_db]

NATIONAL = {
    "national_M2015_dl.csv": (1_394, 0),
    "national_M2022_dl.xlsx": (1_402, 7),
    "national_M2023_dl.xlsx": (1_403, 7),
    "national_M2024_dl.xlsx": (1_403, 7),
}
OTHERS = [
    ("oews-national/national_may2003_dl.csv", 734, 0),
    ("oews-national/national_may2006_dl.csv", 822, 0),
    ("oews-national/national_May2007_dl.csv", 823, 0),
    ("oews-national/national_M2010_dl.csv", 819, 0),
    ("oews-national/national_M2011_dl.csv", 819, 0),
    ("oews-national/national_M2012_dl.csv", 1_394, 0),
    ("oews-national/national_M2013_dl.csv", 1_394, 0),
    ("oews-national/national_M2014_dl.csv", 1_394, 0),
    ("oews-national/national_M2016_dl.csv", 1_394, 0),
    ("oews-national/national_M2017_dl.xlsx", 1_382, 6),
    ("oews-national/national_M2019_dl.xlsx", 1_329, 13),
    ("oews-national/national_M2020_dl.xlsx", 1_329, 13),
    ("oews-national/national_M2021_dl.xlsx", 1_403, 7),
    ("oews-area-2015/aMSA_M2015_dl.csv.gz", 8_213, 0),
]
TWICE = {"the same again, with the same figures": 7}  # broad occupations that are detailed ones too


def imported(name):
    return import_release("oews", needs.data() / "oews-national" / name)


def national(release, code):
    return Wage.objects.published().national().get(release__slug=release, occupation__code=code)


@pytest.fixture(scope="module")
def reports(django_db_setup, django_db_blocker):
    """The reports of the files, imported once for the tests here; each still takes the database."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield {name: imported(name) for name in NATIONAL}
        transaction.set_rollback(True)


def test_every_row_is_accounted_for(reports):
    for name, report in reports.items():
        assert (report.read, report.rejected) == NATIONAL[name]
        assert report.accounts_for_all
        assert report.reasons in ({}, TWICE)
    assert Edition.objects.count() == len(NATIONAL)


@pytest.mark.parametrize(("name", "read", "rejected"), OTHERS)
def test_every_row_of_other_years_is_accounted_for(name, read, rejected):
    report = import_release("oews", needs.data() / name)
    assert (report.read, report.rejected, report.created) == (read, rejected, read - rejected)
    assert report.accounts_for_all


def test_twice_writes_nothing(reports):
    for name in NATIONAL:
        assert imported(name).already_here
    assert Edition.objects.count() == len(NATIONAL)


@pytest.mark.parametrize(
    ("release", "code", "field", "printed"),
    [
        ("may-2015", "29-2071", "annual_mean", "$40,430"),
        ("may-2015", "29-2071", "annual_median", "$37,110"),
        ("may-2015", "11-9111", "annual_mean", "$106,070"),
        ("may-2015", "11-1011", "annual_p90", "$187,200 or more"),
        ("may-2022", "29-2072", "annual_median", "$47,180"),
        ("may-2023", "29-2072", "annual_median", "$48,780"),
        ("may-2023", "29-9021", "annual_median", "$62,990"),
        ("may-2023", "11-1011", "annual_p90", "$239,200 or more"),
        ("may-2023", "11-1011", "hourly_p90", "$115 or more"),
        ("may-2024", "29-2072", "annual_median", "$50,250"),
        ("may-2024", "27-2011", "annual_median", "not available"),
    ],
)
def test_figures_as_the_files_have_them(reports, release, code, field, printed):
    assert national(release, code).figure(field).value_text == printed


def test_each_wage_is_counted_by_the_classification_of_its_year(reports):
    schemes = Release.objects.values_list("slug", "wages__occupation__scheme").distinct()
    assert set(schemes) == {
        ("may-2015", "soc-2010"),
        ("may-2022", "soc-2018"),
        ("may-2023", "soc-2018"),
        ("may-2024", "soc-2018"),
    }


def test_the_figures_of_2015_read_another_way(reports):
    path = needs.data() / "oews-national" / "national_M2015_dl.csv"
    with path.open(encoding="utf-8-sig", newline="") as lines:
        printed = {row["OCC_CODE"]: row for row in csv.DictReader(lines)}
    wages = Wage.objects.filter(release__slug="may-2015").select_related("occupation")
    assert {wage.occupation.code for wage in wages} == printed.keys()
    for wage in wages:
        row = printed[wage.occupation.code]
        for name, column in (("employment", "TOT_EMP"), ("annual_median", "A_MEDIAN"), ("hourly_p75", "H_PCT75")):
            cell = row[column].replace(",", "")
            assert _said(wage, name) == (cell if cell in "#*" else Decimal(cell)), (row["OCC_CODE"], column)


def _said(wage, name):
    marks = wage.marks.get(name, {})
    return "#" if "at_least" in marks else "*" if "not_published" in marks else getattr(wage, name)
