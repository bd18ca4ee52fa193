"""All of the release of May 2025, where RUNGS_DATA names a folder that holds it, over what comes with Rungs."""

import csv
import gzip
from collections import Counter

import pytest
from django.core.management import call_command
from django.db.models import Count, Sum

from careers.models import Occupation
from ingest.releases.run import import_release
from salaries.models import Wage
from salaries.models.wage import PAY_FIELDS
from tests import needs

pytestmark = [pytest.mark.data, pytest.mark.django_db]

FILE = "oews-2025-all/all_data_M_2025.csv.gz"
SUPPLIED = 830


def test_all_rows_are_in_the_record():
    call_command("load_record", verbosity=0)
    report = import_release("oews", needs.data() / FILE)
    assert (report.read, report.rejected) == (370_172, 0)
    assert (report.created, report.changed, report.unchanged) == (370_172 - SUPPLIED, 0, SUPPLIED)
    assert report.accounts_for_all
    counted, jobs, places = _read_another_way()
    wages = Wage.objects.published()
    assert wages.count() == counted
    assert wages.aggregate(jobs=Sum("employment"))["jobs"] == jobs
    assert dict(wages.values_list("place__kind").annotate(Count("pk")).order_by()) == places
    assert Occupation.objects.filter(scheme="soc-2018", level="detailed").count() == 830
    assert wages.national().get(occupation__code="29-2072").annual_median == 51_140
    assert [field for wage in wages.filter(release__slug="may-2025").iterator(5_000) for field in _bare(wage)] == []
    call_command("load_record", verbosity=0)
    assert Wage.objects.count() == counted


SHOWN = ("employment", "employment_rse", "wage_rse", *PAY_FIELDS)


def _bare(wage) -> list[str]:
    """The fields that are null without a reason in what the API gives as marks."""
    marks = wage.marks_of_all
    return [field for field in SHOWN if getattr(wage, field) is None and not marks.get(field)]


KINDS = {"1": "country", "2": "state", "3": "state", "4": "metro", "6": "nonmetro"}


def _read_another_way():
    """The rows, the jobs in all of them, and how many rows there are for places of each kind."""
    types, jobs = Counter(), 0
    with gzip.open(needs.data() / FILE, "rt", encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        area_type, employment = map(next(rows).index, ("AREA_TYPE", "TOT_EMP"))
        for row in rows:
            types[row[area_type]] += 1
            jobs += 0 if row[employment] == "**" else int(row[employment].replace(",", ""))
    places = Counter()
    for area_type, count in types.items():
        places[KINDS[area_type]] += count
    return places.total(), jobs, places
