"""A guide written to a file, loaded from it and written again is the same file."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.dumping import dump_guide
from careers.models import Career, Point
from careers.parts import guide_parts
from facts.models import Edition
from ingest.models import LoadedRow
from tests.factories import CareerFactory, OutlookFactory, PathFactory, PointFactory, SalaryFactory, SectionFactory

pytestmark = [pytest.mark.long, pytest.mark.django_db]

GUIDES = ("medical-records-administrator", "health-information-technician")


def file_with(text: str, folder: Path) -> str:
    """A file that says so."""
    path = folder / "rows.guide"
    path.write_text(text, encoding="utf-8")
    return str(path)


def remove(career: Career) -> None:
    """Take the guide out, with what loads know of it."""
    for model, owner in reversed(list(guide_parts())):
        model._base_manager.filter(**{owner: career}).delete()
    career.delete()
    LoadedRow.objects.all().delete()


@pytest.mark.usefixtures("guides")
@pytest.mark.parametrize("slug", GUIDES)
def test_a_guide_is_the_same_when_it_was_loaded_from_its_file(slug, tmp_path):
    career = Career.objects.get(slug=slug)
    text = dump_guide(career)
    LoadedRow.objects.all().delete()
    for model, owner in reversed(list(guide_parts())):
        model._base_manager.filter(**{owner: career}).delete()
    assert dump_guide(career) != text
    call_command("load_guides", file_with(text, tmp_path), verbosity=0)
    assert dump_guide(Career.objects.get(slug=slug)) == text


@pytest.mark.usefixtures("guides")
def test_loaded_where_it_came_from_it_changes_nothing(tmp_path):
    text = dump_guide(Career.objects.get(slug=GUIDES[0]))
    editions = Edition.objects.count()
    call_command("load_guides", file_with(text, tmp_path), verbosity=0)
    assert Edition.objects.count() == editions


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(label=texts, text=texts, cents=st.integers(0, 10**10 - 1))
def test_whatever_its_texts_and_numbers_are(label, text, cents, tmp_path):
    career = CareerFactory()
    if not (label.strip() and text.strip()):
        label = text = "…"
    PointFactory(career=career, label=label[:50], text=text)
    SectionFactory(career=career, body=text)
    SalaryFactory(career=career, median=cents / 100 if cents % 7 else cents, marks={"median": {"approximate": True}})
    written = dump_guide(career)
    remove(career)
    call_command("load_guides", file_with(written, tmp_path), verbosity=0)
    again = Career.objects.get(slug=career.slug)
    assert dump_guide(again) == written
    remove(again)


def test_every_part_of_a_guide_is_in_it():
    career = CareerFactory(slug="keeper")
    rows = [PointFactory(career=career), OutlookFactory(career=career), PathFactory(career=career)]
    other = PointFactory()
    text = dump_guide(career)
    assert all(row.key in text for row in rows)
    assert other.key not in text
    assert rows[0].source.slug in text


def test_the_command_writes_it_to_a_file_or_to_whoever_reads(tmp_path):
    point = PointFactory(career__slug="keeper")
    out = StringIO()
    call_command("dump_guide", "keeper", stdout=out)
    assert out.getvalue() == dump_guide(point.career)
    call_command("dump_guide", "keeper", output=tmp_path / "keeper.guide", stdout=StringIO())
    assert (tmp_path / "keeper.guide").read_text(encoding="utf-8") == out.getvalue()


def test_a_career_that_is_not_there_and_a_file_that_cannot_be_written_are_said(tmp_path):
    with pytest.raises(CommandError, match="no career nobody"):
        call_command("dump_guide", "nobody")
    PointFactory(career__slug="keeper")
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("dump_guide", "keeper", output=tmp_path / "none" / "keeper.guide")


def test_a_file_with_a_mistake_is_refused_by_row_and_field_and_nothing_of_it_is_there(tmp_path):
    text = dump_guide(PointFactory(career__slug="keeper").career)
    Point.objects.all().delete()
    broken = text.replace("side: pro", "side: neither")
    err = StringIO()
    with pytest.raises(CommandError, match="Not loaded"):
        call_command("load_guides", file_with(broken, tmp_path), stdout=StringIO(), stderr=err)
    assert "careers.point" in err.getvalue()
    assert "side" in err.getvalue()
    assert not Point.objects.exists()
