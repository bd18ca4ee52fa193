"""Text in one encoding, in the other, and in both."""

import pytest

from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused


def names(path, content):
    path.write_bytes(content)
    with open_rows(path) as rows:
        return [row[0] for row in rows]


def test_a_stray_byte_of_windows_leaves_the_other_names_as_they_are(tmp_path):
    content = "Bayamón\nSan Germán\n".encode() + "Mayagüez\n".encode("cp1252") + "Peñuelas – Ponce\n".encode()
    assert names(tmp_path / "hd2021.csv", content) == ["Bayamón", "San Germán", "Mayagüez", "Peñuelas – Ponce"]


def test_a_file_wholly_of_windows_is_read(tmp_path):
    content = "Bayamón\nFour Winds University – Online\n".encode("cp1252")
    assert names(tmp_path / "hd2021.csv", content) == ["Bayamón", "Four Winds University – Online"]


def test_a_byte_that_neither_has_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match="is broken"):
        names(tmp_path / "hd2021.csv", b"Bayam\x81n\n")
