"""The official figures that come with Rungs."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from facts.actions import withdraw
from facts.importing.frame import import_release
from facts.models import Edition, Release
from salaries.models import Wage
from tests.faults import everything
from tests.salaries.importers.oews import CALIFORNIA, SPECIALISTS, write_oews
from tests.stock import lay_out_guides

pytestmark = pytest.mark.django_db

[FILE] = Path(settings.FIXTURE_DIRS[0]).glob("oews-*.csv")


def test_a_fresh_install_has_every_occupation_of_the_file(capsys):
    call_command("load_record")
    assert capsys.readouterr().out.splitlines() == [f"{FILE.name}: 830 rows of May 2025", "Edition 1 is out."]
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


def test_loaded_again_it_changes_nothing(capsys):
    call_command("load_record")
    before = everything()
    capsys.readouterr()
    call_command("load_record")
    assert everything() == before
    assert capsys.readouterr().out == ""


def test_it_agrees_with_the_figures_of_the_guides_occupations():
    lay_out_guides()
    call_command("load_record", verbosity=0)
    before = Edition.objects.count()
    call_command("load_guides", verbosity=0)
    assert Edition.objects.count() == before


def test_a_release_into_which_more_was_imported_is_left_alone(tmp_path):
    call_command("load_record", verbosity=0)
    rows = [SPECIALISTS, SPECIALISTS | CALIFORNIA]
    import_release("oews", write_oews(tmp_path / "all_data_M_2025.csv", rows))
    before = everything()
    call_command("load_record", verbosity=0)
    assert everything() == before


def test_a_release_that_was_withdrawn_is_left_alone():
    call_command("load_record", verbosity=0)
    withdraw(Release.objects.get(), because="The publisher took it back.")
    call_command("load_record", verbosity=0)
    assert not Wage.objects.published().exists()
