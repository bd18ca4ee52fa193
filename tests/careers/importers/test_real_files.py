"""The publishers' own files, where RUNGS_DATA names a folder that holds them; numbers counted in them by hand."""

from decimal import Decimal

import pytest

from careers.models import Crosswalk, Outlook
from facts.models import Edition
from tests.official import imported

pytestmark = [pytest.mark.data, pytest.mark.django_db]

COUNTS = [
    ("soc", "soc/soc_structure_2010.xls", 1_421, 0),
    ("soc", "soc/soc_structure_2018.xlsx", 1_447, 0),
    ("soc", "soc/soc_2010_to_2018_crosswalk.xlsx", 900, 0),
    ("projections", "bls-employment-projections/2016-26/occupation.xlsx", 1_095, 275),
    ("projections", "bls-employment-projections/2023-33/occupation.xlsx", 1_117, 284),
    ("projections", "bls-employment-projections/2024-34/occupation.xlsx", 1_117, 284),
    ("skills", "bls-employment-projections/2023-33/skills.xlsx", 14_167, 23),
    ("onet", "onet-31-layout/db_31_0_text.zip", 255_354, 2),
    ("esco", "esco-1.2.0-en", 3_658, 0),
    ("esco", "esco-1.2.1-en", 3_662, 4),
]


@pytest.mark.parametrize(("source", "name", "read", "rejected"), COUNTS)
def test_every_row_is_accounted_for_and_twice_writes_nothing(source, name, read, rejected):
    report = imported(source, name)
    assert (report.read, report.rejected) == (read, rejected)
    assert report.accounts_for_all
    assert report.created == read - rejected
    assert imported(source, name).already_here
    assert Edition.objects.count() == 1


def test_every_pair_of_soc_and_isco_is_accounted_for():
    imported("soc", "soc/soc_structure_2010.xls")
    imported("esco", "esco-1.2.1-en")
    report = imported("isco-ibs", "isco/soc10_isco08.csv")
    assert (report.read, report.rejected, report.created) == (1_131, 0, 1_131)
    assert report.accounts_for_all


@pytest.mark.parametrize(("window", "growth"), [("2023-33", "8.7"), ("2024-34", "7.1")])
def test_growth_of_medical_records_specialists(window, growth):
    imported("projections", f"bls-employment-projections/{window}/occupation.xlsx")
    assert Outlook.objects.published().get(occupation__code="29-2072").growth_percent == Decimal(growth)


def test_what_became_of_medical_records_technicians():
    imported("soc", "soc/soc_2010_to_2018_crosswalk.xlsx")
    pairs = Crosswalk.objects.published().filter(from_occupation__code="29-2071")
    assert set(pairs.values_list("to_occupation__code", flat=True)) == {"29-2072", "29-9021"}
