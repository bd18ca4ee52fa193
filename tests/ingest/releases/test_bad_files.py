"""What is no publisher's file is refused in words, within a second and fifty megabytes."""

import csv
import gzip
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ingest.releases import bounds
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused
from tests.tables import write_table
from tests.workbooks import write_workbook

ROWS = [["OCC_CODE", "OCC_TITLE"], *([f"11-{number}", "Chief Executives"] for number in range(1000, 3000))]
SECONDS = 1
MEGABYTES = 50


def refused(path, said):
    with pytest.raises(ImportRefused, match=said), open_rows(path) as rows:
        list(rows)


def workbook(path):
    return write_workbook(path, {"data": ROWS})


def deflated(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def repacked(path, replaced, content):
    """The workbook at `path` with one of its parts replaced."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return deflated(path, members | {replaced: content})


def test_no_file(tmp_path):
    refused(tmp_path / "national.csv", "There is no file")


def test_an_empty_file(tmp_path):
    (tmp_path / "national.csv").touch()
    refused(tmp_path / "national.csv", "is empty")


@pytest.mark.parametrize("name", ["national.pdf", "national", "national.csv.zst"])
def test_another_kind_of_file(tmp_path, name):
    (tmp_path / name).write_text("OCC_CODE,OCC_TITLE\n")
    refused(tmp_path / name, "is no csv, txt, xls, xlsx, zip, gz or xz file")


@pytest.mark.parametrize("name", ["national.xlsx", "national.xls", "oesm24nat.zip", "national.csv.gz"])
def test_text_that_is_called_something_else(tmp_path, name):
    (tmp_path / name).write_text("OCC_CODE,OCC_TITLE\n")
    refused(tmp_path / name, "is no (whole )?(workbook|zip|gzip)")


def test_a_workbook_that_is_called_text(tmp_path):
    refused(workbook(tmp_path / "national.xlsx").rename(tmp_path / "national.csv"), "is no text file")


@pytest.mark.parametrize("name", ["national.xlsx", "national.csv.gz", "oesm24nat.zip"])
@pytest.mark.parametrize("left_out", [slice(-1, None), slice(-200, None), slice(60, 61), slice(0, 1)])
def test_bytes_missing_at_the_end_in_the_middle_at_the_start(tmp_path, name, left_out):
    path = tmp_path / name
    if name.endswith("xlsx"):
        workbook(path)
    elif name.endswith("gz"):
        write_table(path, ROWS)
    else:
        deflated(path, {"national.csv": write_table(tmp_path / "n.csv", ROWS).read_bytes()})
    whole = bytearray(path.read_bytes())
    del whole[left_out]
    path.write_bytes(whole)
    refused(path, "is (no whole|no workbook|broken)|broken")


def test_a_zip_with_a_password(tmp_path):
    path = deflated(tmp_path / "locked.zip", {"national.csv": "a,b\n"})
    locked = bytearray(path.read_bytes())
    locked[6] |= 1
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(locked)
    refused(path, "password")


def test_a_zip_without_a_table(tmp_path):
    refused(deflated(tmp_path / "oesm24nat.zip", {"readme.pdf": "%PDF"}), "holds no table")


def test_a_zip_of_a_thousand_parts(tmp_path):
    members = {f"{number}.csv": "a" for number in range(bounds.MAX_MEMBERS + 1)}
    refused(deflated(tmp_path / "many.zip", members), "1,001 parts")


def test_a_line_without_end(tmp_path):
    path = tmp_path / "endless.csv"
    path.write_text("a," * bounds.MAX_LINE)
    refused(path, "a line of more than")


def test_a_row_of_too_many_cells(tmp_path):
    refused(write_table(tmp_path / "wide.csv", [["a"] * 501]), "Row 1 of wide.csv has 501 cells")


def test_a_quote_that_is_never_closed(tmp_path):
    csv.field_size_limit(10**9)  # as a library in the same process may have it
    path = tmp_path / "open.csv"
    path.write_text('OCC_CODE\n"' + "11-1011\n" * 50_000)
    refused(path, "open.csv is broken")


def test_a_workbook_without_the_sheet(tmp_path):
    path = workbook(tmp_path / "national.xlsx")
    with (
        pytest.raises(ImportRefused, match="has no sheet of the kind that was looked for; it has data"),
        open_rows(path, sheet=lambda name: name == "other"),
    ):
        pass


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + ']><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row></sheetData></worksheet>'
)
SHEET = "xl/worksheets/sheet1.xml"


def sheet_of_64_megabytes(folder):
    cells = '<row r="1">' + '<c r="A1"><v>0</v></c>' * (64 * bounds.MEGABYTE // 22) + "</row>"
    return repacked(workbook(folder / "bomb.xlsx"), SHEET, f"<worksheet><sheetData>{cells}</sheetData></worksheet>")


def sheet_with_two_far_corners(folder):
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}'
    return repacked(workbook(folder / "corners.xlsx"), SHEET, f"{sheet}</sheetData></worksheet>")


def sheet_with_entities(folder):
    return repacked(workbook(folder / "entities.xlsx"), SHEET, ENTITIES)


def gzip_of_a_gigabyte(folder):
    path = folder / "noughts.csv.gz"
    path.write_bytes(gzip.compress(b"0," * bounds.MEGABYTE) * 512)  # one after the other, which is one file too
    return path


def zip_of_64_megabytes(folder):
    return deflated(folder / "noughts.zip", {"national.csv": bytes(64 * bounds.MEGABYTE)})


def noughts_in_a_gzip_that_is_cut_off(folder):
    path = folder / "cut.csv.gz"
    path.write_bytes(gzip.compress(b"0," * bounds.MEGABYTE)[:-5])
    return path


@pytest.mark.parametrize(
    "made",
    [
        sheet_of_64_megabytes,
        sheet_with_two_far_corners,
        sheet_with_entities,
        gzip_of_a_gigabyte,
        zip_of_64_megabytes,
        noughts_in_a_gzip_that_is_cut_off,
    ],
    ids=lambda made: made.__name__,
)
def test_a_small_file_that_asks_for_much(tmp_path, made):
    path = made(tmp_path)
    assert path.stat().st_size < 2 * bounds.MEGABYTE
    told, seconds, megabytes = _in_a_process_of_its_own(path)
    assert told.startswith("Refused: ")
    assert path.name in told
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


READ = """
import os, re, resource, sys
from pathlib import Path
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused
since = sum(os.times()[:4])
try:
    with open_rows(Path(sys.argv[1])) as rows:
        print(sum(1 for _ in rows), "rows")
except ImportRefused as refused:
    print("Refused:", refused)
print(sum(os.times()[:4]) - since)
ours = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
print(max(ours, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024)
"""


def _in_a_process_of_its_own(path):
    """What reading says, the seconds of work that it takes, and the most megabytes that one of its processes holds."""
    command = [sys.executable, "-c", READ, str(path)]
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=True)
    told, seconds, megabytes = done.stdout.splitlines()
    return told, float(seconds), float(megabytes)
