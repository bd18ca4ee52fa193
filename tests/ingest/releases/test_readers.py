"""Publishers' files as rows, whatever they are wrapped in."""

import gzip
import zipfile

import pytest

from ingest.releases.columns import SourceColumn, has_header
from ingest.releases.readers import files_in, open_rows, open_table
from tests.tables import write_table
from tests.workbooks import write_workbook

ROWS = [["OCC_CODE", "OCC_TITLE"], ["11-1011", "Chief Executives, all"], ["29-2072", "Medical Records Specialists"]]


def rows_of(path, **chosen):
    with open_rows(path, **chosen) as rows:
        return list(rows)


@pytest.mark.parametrize("name", ["national.csv", "national.csv.gz", "national.txt"])
def test_text_is_read_with_its_delimiter_and_unpacked(tmp_path, name):
    assert rows_of(write_table(tmp_path / name, ROWS)) == ROWS


def test_a_byte_order_mark_is_no_part_of_the_first_header(tmp_path):
    path = tmp_path / "national.csv"
    path.write_bytes("\ufeffAREA,TITLE\n99,U.S.\n".encode())
    assert rows_of(path) == [["AREA", "TITLE"], ["99", "U.S."]]


def test_text_saved_on_windows_is_read_also_where_that_shows_late(tmp_path):
    path = tmp_path / "areas.csv"
    path.write_bytes(b"AREA,TITLE\n" * 10_000 + "16060,Cañon City\n".encode("cp1252"))
    assert rows_of(path)[-1] == ["16060", "Cañon City"]


def test_a_workbook_is_read_from_the_first_sheet_that_is_wanted(tmp_path):
    path = write_workbook(tmp_path / "national.xlsx", {"Notes": [["read me"]], "data": [*ROWS, ["00-0000", 23.5]]})
    assert rows_of(path, sheet=lambda name: name == "data") == [*ROWS, ["00-0000", 23.5]]
    with open_rows(path, sheet=lambda name: name == "data") as rows:
        assert rows.sheet == "data"


def test_of_a_zip_every_wanted_table_is_read(tmp_path):
    path = tmp_path / "oesm24ma.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, rows in {"a/notes.csv": [["note"]], "a/one.csv": ROWS[:2], "a/two.csv": ROWS[2:]}.items():
            archive.write(write_table(tmp_path / "member.csv", rows), name)
        archive.writestr("a/readme.pdf", "%PDF")
    with files_in(path, member=lambda name: "notes" not in name) as files:
        assert [(file.name, _read(file)) for file in files] == [("one.csv", ROWS[:2]), ("two.csv", ROWS[2:])]


def test_how_much_is_read_is_told_on_the_way(tmp_path):
    path = write_table(tmp_path / "long.csv", [["29-2072", str(number)] for number in range(50_000)])
    with open_rows(path) as rows:
        seen = [rows.done for _ in rows]
    assert seen == sorted(seen)
    assert (seen[0] < 0.1, seen[-1]) == (True, 1)


def test_several_gzip_files_in_one_are_read_through(tmp_path):
    path = tmp_path / "two.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n") + gzip.compress(b"c,d\n"))
    assert rows_of(path) == [["a", "b"], ["c", "d"]]


def _read(file):
    with open_table(file) as rows:
        return list(rows)


def test_the_first_sheet_with_the_header_is_read(tmp_path):
    sheets = {"Notes": [["These are notes"]], "Data": [["May 2024"], ["Code", "Title"], ["29-1141", "Nurses"]]}
    path = write_workbook(tmp_path / "state.xlsx", sheets | {"Filler": [["Code", "Title"]]})
    columns = (SourceColumn("code", ("code",)), SourceColumn("title", ("title",)))
    with open_rows(path, head=has_header(columns)) as rows:
        assert (rows.sheet, list(rows)[-1]) == ("Data", ["29-1141", "Nurses"])
    with open_rows(path, head=has_header([SourceColumn("pay", ("pay",))])) as rows:
        assert rows.sheet == "Notes"
