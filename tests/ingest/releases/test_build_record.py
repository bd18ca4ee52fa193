"""The record that comes with Rungs, made from publishers' files and read again."""

import lzma
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from salaries.models import Wage
from tests.salaries.importers.oews import CALIFORNIA, SPECIALISTS, write_oews

pytestmark = pytest.mark.django_db

LOS_ANGELES = {"AREA": "31080", "AREA_TITLE": "Los Angeles, CA", "AREA_TYPE": "4", "PRIM_STATE": "CA"}


@pytest.fixture
def official(tmp_path):
    folder = tmp_path / "official"
    folder.mkdir()
    write_oews(folder / "all_data_M_2025.csv", [SPECIALISTS, SPECIALISTS | CALIFORNIA, SPECIALISTS | LOS_ANGELES])
    return folder


def build(official, target):
    out = StringIO()
    call_command("build_record", str(official), to=target, stdout=out)
    return out.getvalue()


def test_the_nation_and_states_are_kept_and_areas_are_not(official, tmp_path, settings):
    settings.RECORD_DIR = tmp_path / "record"
    assert "oews-may-2025.txt.xz: 2 rows" in build(official, settings.RECORD_DIR)
    call_command("load_record", verbosity=0)
    places = Wage.objects.published().values_list("place__code", flat=True)
    assert sorted(places) == ["US", "US-CA"]


def test_figures_are_those_of_the_official_file(official, tmp_path, settings):
    settings.RECORD_DIR = tmp_path / "record"
    build(official, settings.RECORD_DIR)
    call_command("load_record", verbosity=0)
    report = import_release("oews", official / "all_data_M_2025.csv")
    assert (report.created, report.changed, report.unchanged) == (1, 0, 2)


def test_the_same_files_make_the_same_bytes(official, tmp_path):
    build(official, tmp_path / "one")
    build(official, tmp_path / "other")
    assert (tmp_path / "one" / "SHA256SUMS").read_text() == (tmp_path / "other" / "SHA256SUMS").read_text()


def test_without_the_folder_the_record_stays(tmp_path):
    (tmp_path / "record").mkdir()
    with pytest.raises(CommandError, match="There is no folder"):
        build(tmp_path / "nowhere", tmp_path / "record")
    assert (tmp_path / "record").is_dir()


@pytest.mark.parametrize("broken", [b"no xz at all", lzma.compress(b"OCC_CODE,OCC_TITLE\n" * 50)[:-12]])
def test_a_broken_xz_file_is_refused(tmp_path, broken):
    file = tmp_path / "oews-may-2025.txt.xz"
    file.write_bytes(broken)
    with pytest.raises(ImportRefused, match="no whole xz file"):
        import_release("oews", file)
