"""What the commands say: how far they are, what came of it, what is wrong."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from rich.console import Console

from facts.models import Edition, Release
from ingest.releases import console
from ingest.releases.run import import_release
from salaries.models import Wage
from tests.salaries.importers.oews import MANAGERS, SPECIALISTS, write_oews

pytestmark = pytest.mark.django_db


def said(*arguments, **options):
    out = StringIO()
    call_command(*map(str, arguments), stdout=out, stderr=out, **options)
    return out.getvalue().splitlines()


def test_an_import_tells_what_became_of_every_row(tmp_path):
    rows = [SPECIALISTS, MANAGERS, MANAGERS, MANAGERS | {"A_MEAN": "-3"}]
    path = write_oews(tmp_path / "national_M2024_dl.csv", rows)
    assert said("import_release", "oews", path) == [
        "bls-oews, May 2024, from national_M2024_dl.csv",
        "read 4 = created 2 + changed 0 + unchanged 0 + rejected 2",
        "rejected 1: the same again, with the same figures",
        "rejected 1: A_MEAN: -3 is below 1",
        "  row 4 of national_M2024_dl.csv: soc-2018/11-9111, US, 000000 again, with the same figures",
        "  row 5 of national_M2024_dl.csv: A_MEAN: -3 is below 1",
        "Edition 1 is out.",
    ]
    assert said("import_release", "oews", path)[-1] == "This file is already here; nothing was written."


def test_a_trial_tells_what_would_move(tmp_path):
    import_release("oews", write_oews(tmp_path / "national_M2023_dl.csv", [SPECIALISTS]))
    path = write_oews(tmp_path / "national_M2024_dl.csv", [SPECIALISTS | {"A_MEDIAN": "60,300"}, MANAGERS])
    assert said("import_release", "oews", path, dry_run=True) == [
        "bls-oews, May 2024, from national_M2024_dl.csv",
        "read 2 = created 2 + changed 0 + unchanged 0 + rejected 0",
        "beside May 2023:",
        "  annual_median: 1 figures move, the median by +20.0%, the farthest by +20.0%"
        " (29-2072, US, 000000: 50,250 to 60,300)",
        "  codes that appear: 11-9111",
        "Nothing was written: this was a trial.",
    ]
    assert list(Release.objects.values_list("slug", flat=True)) == ["may-2023"]


def test_the_release_can_be_named(tmp_path):
    path = write_oews(tmp_path / "national_dl.csv", [SPECIALISTS])
    assert said("import_release", "oews", path, release="May 2024")[0].startswith("bls-oews, May 2024")


@pytest.mark.parametrize(
    ("source", "name", "words"),
    [
        ("oews", "national_dl.csv", "Refused: national_dl.csv does not say which release it is"),
        (
            "oews",
            "national_M2024_dl.pdf",
            "Refused: national_M2024_dl.pdf is no csv, txt, xls, xlsx, zip, gz or xz",
        ),
        ("wages", "national_M2024_dl.csv", "Refused: No importer is named “wages”. There are: .*oews"),
    ],
)
def test_what_is_refused_is_said_in_words(tmp_path, source, name, words):
    path = write_oews(tmp_path / name, [SPECIALISTS])
    with pytest.raises(CommandError, match=words):
        said("import_release", source, path)
    assert not Release.objects.exists()


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path):
    with pytest.raises(CommandError, match="There is no file at"):
        said("import_release", "oews", tmp_path / "national_M2024_dl.csv")


def test_a_folder_is_imported_whole_but_for_what_is_refused_or_not_known(tmp_path):
    (tmp_path / "oews").mkdir()
    write_oews(tmp_path / "oews" / "national_M2024_dl.csv", [SPECIALISTS])
    write_oews(tmp_path / "oews" / "national_M2023_dl.csv", [SPECIALISTS], ["OCC_CODE"])
    (tmp_path / "holiday.csv").write_text("sun\n")
    (tmp_path / ".hidden").touch()
    out = StringIO()
    with pytest.raises(CommandError, match="Refused: national_M2023_dl.csv"):
        call_command("import_data", str(tmp_path), stdout=out, stderr=out)
    lines = out.getvalue()
    assert "national_M2023_dl.csv: refused. national_M2023_dl.csv has no header" in lines
    assert "holiday.csv: no importer knows it by its name; left alone" in lines
    assert ".hidden" not in lines
    assert Wage.objects.published().get().release.slug == "may-2024"
    assert Edition.objects.count() == 1


def test_a_folder_that_is_not_there_is_said_to_be(tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        said("import_data", tmp_path / "nowhere")


# How far it is -------------------------------------------------------------------------------------------------------


@pytest.fixture
def long_file(tmp_path):
    rows = [MANAGERS | {"OCC_CODE": f"61-{number}"} for number in range(1_000, 3_500)]
    return write_oews(tmp_path / "national_M2024_dl.csv", rows)


def test_on_a_terminal_a_line_tells_rows_rate_and_time_left(long_file):
    terminal = Console(file=StringIO(), force_terminal=True, width=160)
    with console.progress_on(terminal) as progress:
        import_release("oews", long_file, progress=progress)
    drawn = terminal.file.getvalue()
    assert "national_M2024_dl.csv" in drawn
    assert re.search(r"[\d,]+ rows, [\d,]+ a second", drawn)
    assert re.search(r"\d:\d\d:\d\d|-:--:--", drawn)


def test_elsewhere_plain_lines_tell_it(long_file, monkeypatch):
    monkeypatch.setattr(console, "SAY_EVERY", 0)
    log = Console(file=StringIO())
    with console.progress_on(log) as progress:
        import_release("oews", long_file, progress=progress)
    lines = log.file.getvalue().splitlines()
    assert len(lines) >= 3
    assert re.fullmatch(r"national_M2024_dl.csv: 1,000 rows, [\d,]+ a second, \d+ s left", lines[0])
    assert "\x1b" not in log.file.getvalue()
