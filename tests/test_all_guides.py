"""Every guide that comes with Rungs: loaded together, written again to the byte, read with ease, true to its source."""

import os
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command

from careers.dumping import dump_file
from careers.models import Career, Employer, Outlook
from facts.models import Edition, FrozenGuide
from ingest.fixtures.files import all_fixtures
from salaries.models import Salary
from tests.handbook import PrintedFigure, figures_of

pytestmark = [pytest.mark.django_db, pytest.mark.long, pytest.mark.usefixtures("all_guides")]

GUIDES = sorted(path for path in all_fixtures() if path.suffix == ".guide")
MODELS = {"salary": Salary, "outlook": Outlook, "employer": Employer}


def test_they_are_one_edition_with_every_guide_written_down():
    assert Edition.objects.count() == 1
    assert {*FrozenGuide.objects.values_list("career_slug", flat=True)} == {
        *Career.objects.values_list("slug", flat=True)
    }


@pytest.mark.once
def test_each_is_written_again_to_the_byte():
    changed = [path.name for path in GUIDES if dump_file(path.name) != path.read_text()]
    assert changed == []


def test_a_second_load_reads_none_of_them(monkeypatch):
    monkeypatch.setattr("ingest.fixtures.together.Fixture.read", lambda *args: pytest.fail("A file was read again."))
    call_command("load_guides", verbosity=0)
    assert Edition.objects.count() == 1


@pytest.mark.handbook
def test_every_number_of_the_profiles_stands_as_printed():
    missing, counted = [], 0
    rows = _rows_by_place()
    for profile in sorted(Path(os.environ["RUNGS_GUIDES"], "ooh").glob("*.md")):
        for figure in figures_of(profile):
            counted += len(figure.values)
            if not any(_says(row, figure) for row in rows[figure.model, _source_of(profile), figure.locator]):
                missing.append((profile.stem, figure))
    assert missing == []
    assert counted > 9_000


def _source_of(profile: Path) -> str:
    slug = f"ooh-{profile.stem}"
    return slug if len(slug) <= 80 else slug[:80].rpartition("-")[0]


def _rows_by_place() -> dict[tuple[str, str, str], list]:
    rows = defaultdict(list)
    for name, model in MODELS.items():
        for row in model.objects.filter(source__slug__startswith="ooh-").select_related("source"):
            rows[name, row.source.slug, row.locator].append(row)
    return rows


def _says(row: Salary | Outlook | Employer, figure: PrintedFigure) -> bool:
    """Whether the row has these numbers, printed so, for this time."""
    period = None if figure.period is None else (str(row.reference_start), str(row.reference_end))
    is_window = figure.period is not None or (row.start_year, row.end_year) == (2024, 2034)
    return (
        all(
            Decimal(getattr(row, name) if getattr(row, name) is not None else "NaN") == value
            for name, value in figure.values
        )
        and all(text in row.as_printed for text in figure.printed)
        and period == figure.period
        and is_window
        and (figure.model != "salary" or (row.pay_period == figure.per and row.currency == "USD"))
    )
