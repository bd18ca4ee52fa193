"""The official figures that come with Rungs."""

import csv
from decimal import Decimal
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from facts.actions import withdraw
from facts.models import Release
from ingest.releases.run import import_release
from salaries.models import Wage
from tests.faults import everything
from tests.salaries.importers.oews import CALIFORNIA, SPECIALISTS, write_oews

pytestmark = pytest.mark.django_db

[FILE] = settings.RECORD_DIR.glob("oews-*.csv")


def load_record():
    out = StringIO()
    call_command("load_record", stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """What the command said when the record was loaded, once for all tests here; each still takes the database."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_record()
        transaction.set_rollback(True)


def test_a_fresh_install_has_every_occupation_of_the_file(loaded):
    assert loaded == [f"{FILE.name}: 830 rows of May 2025", "Edition 1 is out."]
    wages = Wage.objects.published().national()
    with FILE.open(newline="") as lines:
        printed = {row["OCC_CODE"]: row for row in csv.DictReader(lines)}
    assert wages.count() == len(printed) == 830
    for wage in wages.select_related("occupation"):
        row = printed[wage.occupation.code]
        assert wage.occupation.title == row["OCC_TITLE"]
        for field, column in (("employment", "TOT_EMP"), ("annual_mean", "A_MEAN"), ("hourly_median", "H_MEDIAN")):
            is_left_out = wage.marks.get(field) == {"not_published": True}
            assert row[column] == "*" if is_left_out else getattr(wage, field) == Decimal(row[column])


def test_loaded_again_it_changes_nothing(loaded):
    before = everything()
    assert load_record() == []
    assert everything() == before


def test_a_release_into_which_more_was_imported_is_left_alone(loaded, tmp_path):
    rows = [SPECIALISTS, SPECIALISTS | CALIFORNIA]
    import_release("oews", write_oews(tmp_path / "all_data_M_2025.csv", rows))
    before = everything()
    load_record()
    assert everything() == before


def test_a_release_that_was_withdrawn_is_left_alone(loaded):
    withdraw(Release.objects.get(), because="The publisher took it back.")
    load_record()
    assert not Wage.objects.published().exists()
