"""Whatever statement of an import fails, the database is as it was before, or all of it is there."""

import pytest
from django.db import DatabaseError

from ingest.releases.run import import_release
from tests.careers.importers.onet_extract import rows_of, write_text
from tests.careers.importers.test_projections import ROWS
from tests.careers.importers.test_soc import STRUCTURE
from tests.factories import OccupationFactory
from tests.faults import everything, failing_at
from tests.tables import write_table

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]

LIKE_OTHERS = ("Sample of Reported Titles", "Tools Used", "Interests", "Job Zone Reference", "RIASEC Keywords")
"""Tables of O*NET that go the same ways as others beside them."""


def as_text(path, rows):
    """A workbook's sheet saved as text: read without a process of its own, which every fault would start again."""
    width = max(map(len, rows))
    return write_table(path, [[*row, *[""] * (width - len(row))] for row in rows])


def soc(folder):
    return "soc", as_text(folder / "soc_structure_2018.csv", STRUCTURE)


def projections(folder):
    return "projections", as_text(folder / "occupation.csv", ROWS)


def onet(folder):
    return "onet", write_text(folder / "onet", without=LIKE_OTHERS)


def onet_again(folder):
    """The same release once more, with a title, a rating and a description that differ."""
    _, path = onet(folder)
    import_release("onet", path)
    for table, column in (("Alternate Titles", 1), ("Skills", 4), ("Occupation Data", 2)):
        rows = rows_of(table)
        rows[1][column] = "2.5"
        write_table(path / f"{table}.txt", rows)
    return "onet", path


@pytest.mark.parametrize("prepared", [soc, projections, onet, onet_again], ids=lambda prepared: prepared.__name__)
def test_an_import_that_fails_anywhere_leaves_nothing(tmp_path, prepared, monkeypatch):
    OccupationFactory(code="29-2072", title="Medical records specialists")
    source, path = prepared(tmp_path)
    before = everything()
    for number in range(1, 2_000, 3):
        try:
            with failing_at(number, monkeypatch):
                assert import_release(source, path).edition
        except DatabaseError:
            if everything() == before:
                continue
            # What failed came after the moment in which all was made public: then all of it is.
            assert import_release(source, path).already_here, f"statement {number} left something"
        break
    assert number > 20
    assert everything() != before
