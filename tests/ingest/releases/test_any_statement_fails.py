"""Whatever statement of an import fails, the database is as it was before, or all of it is there."""

import pytest
from django.db import DatabaseError
from hypothesis import settings

from ingest.releases.registry import importers
from ingest.releases.run import import_release
from tests.careers.importers import test_esco as esco_tests
from tests.careers.importers import test_exposures as exposures
from tests.careers.importers import test_isco as isco_tests
from tests.careers.importers import test_projections as projections_tests
from tests.careers.importers import test_skills as skills_tests
from tests.careers.importers import test_soc as soc_tests
from tests.careers.importers import test_work_from_home as from_home
from tests.careers.importers.onet_extract import rows_of, write_text
from tests.education.importers import test_schools as schools
from tests.education.importers import test_scorecard as scorecard_tests
from tests.factories import OccupationFactory
from tests.faults import everything, failing_at, numbers_of_statements
from tests.money.importers import test_cpi as cpi_tests
from tests.money.importers import test_exchange as exchange
from tests.money.importers import test_regional_prices as regional
from tests.salaries.importers.oews import MANAGERS, SPECIALISTS, write_oews
from tests.tables import write_table
from tests.workbooks import write_workbook

pytestmark = [pytest.mark.long, pytest.mark.thorough, pytest.mark.django_db(transaction=True)]
IS_LONG = settings.default.max_examples > 1_000

LIKE_OTHERS = ("Sample of Reported Titles", "Tools Used", "Interests", "Job Zone Reference", "RIASEC Keywords")
"""Tables of O*NET that go the same ways as others beside them."""
IBS = [["soc10", "isco08"], ["29-1141", "2221"]]
PROGRAMS = scorecard_tests.rows(("3", "31", "43210", "61234", "23000"), ("2", "NULL", "PS", "PS", ""))


def as_text(path, rows):
    """A workbook's sheet saved as text: read without a process of its own, which every fault would start again."""
    width = max(map(len, rows))
    return write_table(path, [[*row, *[""] * (width - len(row))] for row in rows])


def schools_file(folder):
    path = folder / "HD2020.csv"
    path.write_text(schools.DIRECTORY, encoding="cp1252")
    return path


def codes_file(folder):
    path = folder / "CIPCode2020.csv"
    path.write_text(schools.CODES, encoding="cp1252")
    return path


FILES = {
    "soc": lambda folder: as_text(folder / "soc_structure_2018.csv", soc_tests.STRUCTURE),
    "onet": lambda folder: write_text(folder / "onet", without=LIKE_OTHERS),
    "esco": lambda folder: esco_tests.folder(folder),
    "isco": lambda folder: write_workbook(folder / "ISCO_SOC_Crosswalk.xlsx", {"ISCO-08 to SOC": isco_tests.OFFICIAL}),
    "isco-ibs": lambda folder: write_table(folder / "soc10_isco08.csv", IBS),
    "cip": codes_file,
    "projections": lambda folder: as_text(folder / "occupation.csv", projections_tests.ROWS),
    "skills": lambda folder: write_workbook(folder / "skills.xlsx", {"Table 6.2": skills_tests.ROWS}),
    "exposure-aioe": lambda folder: write_workbook(folder / "AIOE_DataAppendix.xlsx", {"Appendix A": exposures.AIOE}),
    "exposure-copilot": lambda folder: write_table(folder / "soc_metrics.csv", exposures.METRICS),
    "exposure-gpts": lambda folder: write_table(folder / "occ_level.csv", exposures.GPTS),
    "work-from-home": lambda folder: write_table(folder / "occupations_workathome.csv", from_home.ROWS),
    "cpi": lambda folder: write_table(folder / "cpi_u_all_items.csv.gz", cpi_tests.ROWS),
    "ecb": lambda folder: write_table(folder / "eurofxref-hist.csv", exchange.TestEcb.ROWS),
    "fed": lambda folder: write_table(folder / "annual.csv", exchange.TestFed.ROWS),
    "ppp": lambda folder: write_table(folder / "ppp-gdp.csv", exchange.TestPpp.LONG),
    "regional-prices": lambda folder: regional.zipped(
        folder / "SARPP.zip", "SARPP_STATE_2008_2023.csv", regional.STATES
    ),
    "oews": lambda folder: write_oews(folder / "all_data_M_2024.csv", [SPECIALISTS, MANAGERS]),
    "ipeds": schools_file,
    "scorecard": lambda folder: write_table(folder / "Most-Recent-Cohorts-Field-of-Study.csv", PROGRAMS),
}
LABELS = {"scorecard": "June 10, 2026"}


def onet_again(folder):
    """The same release once more, with a title, a rating and a description that differ."""
    path = FILES["onet"](folder)
    import_release("onet", path)
    for table, column in (("Alternate Titles", 1), ("Skills", 4), ("Occupation Data", 2)):
        rows = rows_of(table)
        rows[1][column] = "2.5"
        write_table(path / f"{table}.txt", rows)
    return path


@pytest.fixture(autouse=True)
def occupations(transactional_db):
    """Some that files refer to."""
    OccupationFactory(code="29-2072", title="Medical records specialists")
    OccupationFactory(scheme="soc-2010", code="29-1141")
    OccupationFactory(scheme="isco-08", code="2221")


def test_every_importer_is_tried():
    assert FILES.keys() == {importer.name for importer in importers() if importer.name != "freedonia"}


@pytest.mark.parametrize("name", FILES)
def test_an_import_that_fails_anywhere_leaves_nothing(tmp_path, name, monkeypatch):
    fails_anywhere(name, FILES[name](tmp_path), monkeypatch)


def test_an_import_over_another_that_fails_anywhere_leaves_the_first(tmp_path, monkeypatch):
    fails_anywhere("onet", onet_again(tmp_path), monkeypatch)


def fails_anywhere(name, path, monkeypatch):
    before, failures = everything(), 0
    for number in numbers_of_statements(every=IS_LONG):
        try:
            with failing_at(number, monkeypatch):
                assert import_release(name, path, label=LABELS.get(name)).edition
            break
        except DatabaseError:
            failures += 1
            if everything() != before:
                # What failed came after the moment in which all was made public: then all of it is.
                again = import_release(name, path, label=LABELS.get(name))
                assert again.already_here, f"statement {number} left something"
                break
    assert failures > 4
    assert everything() != before
