"""The classification's structures make occupations; its crosswalk ties those of one version to the next."""

import pytest

from careers.models import Crosswalk, Occupation, OccupationTitle
from facts.actions import publishing
from facts.models import Edition, Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from tests.factories import OccupationFactory
from tests.tables import cells, write_table
from tests.workbooks import write_workbook

pytestmark = pytest.mark.django_db

ABOVE = [["U.S. Bureau of Labor Statistics"], [""], ["November 2017 (for reference year January 2018)"]]
FINAL = ["***This is the final structure for the 2018 SOC. Questions should be emailed to soc@bls.gov***"]
STRUCTURE = [
    *ABOVE,
    FINAL,
    ["Major Group", "Minor Group", "Broad Group", "Detailed Occupation", ""],
    cells("29-0000 | | | | Healthcare Practitioners and Technical Occupations"),
    cells(" | 29-2000 | | | Health Technologists and Technicians"),
    cells(" | | 29-2070 | | Medical Records Specialists"),
    cells(" | | | 29-2072 | Medical Records Specialists"),
    cells(" | 29-9000 | | | Other Healthcare Practitioners and Technical Occupations"),
    cells(" | | 29-9020 | | Health Information Technologists and Medical Registrars"),
    cells(" | | | 29‑9021 | Health Information Technologists and Medical Registrars"),
]
CROSSWALK = [
    *ABOVE[:2],
    ["2010 SOC Code", "2010 SOC Title", "2018 SOC Code", "2018 SOC Title"],
    cells("29-2071 | Medical Records Technicians (#) | 29-2072 | Medical Records Specialists"),
    cells("29‐2071 | Medical Records Technicians (#) | 29-9021 | Health Information Technologists (##)"),
    cells("55-3019 | Crew Members, All Other | 55-3019 | Crew Members, All Other"),
]


def structure(tmp_path, rows=STRUCTURE):
    return write_workbook(tmp_path / "soc_structure_2018.xlsx", {"2018 Structure": rows})


def occupation(code, scheme="soc-2018"):
    return Occupation.objects.get(scheme=scheme, code=code)


class TestStructure:
    def test_accounts_for_every_row(self, tmp_path):
        report = import_release("soc", structure(tmp_path))
        assert (report.read, report.created, report.rejected) == (7, 7, 0)

    def test_makes_groups_and_occupations(self, tmp_path):
        import_release("soc", structure(tmp_path))
        found = dict(Occupation.objects.values_list("code", "level"))
        assert found["29-0000"] == "major"
        assert found["29-9000"] == "minor"
        assert found["29-9020"] == "broad"
        assert found["29-9021"] == "detailed"
        assert occupation("29-9021").title == "Health Information Technologists and Medical Registrars"

    def test_puts_each_under_the_nearest_wider_one(self, tmp_path):
        import_release("soc", structure(tmp_path))
        found = dict(Occupation.objects.values_list("code", "parent__code"))
        assert found["29-9021"] == "29-9020"
        assert found["29-9020"] == "29-9000"
        assert found["29-9000"] == "29-0000"
        assert found["29-0000"] is None

    def test_is_of_the_version_it_names(self, tmp_path):
        rows = [["2010 Standard Occupational Classification"], *STRUCTURE[4:]]
        import_release("soc", structure(tmp_path, rows))
        assert Release.objects.get().label == "2010"
        assert occupation("29-2072", "soc-2010")

    def test_completes_what_stands(self, tmp_path):
        OccupationFactory(code="29-2072", title="Medical records specialists")
        report = import_release("soc", structure(tmp_path))
        assert (report.created, report.changed) == (6, 1)
        row = occupation("29-2072")
        assert (row.title, row.parent.code, row.version) == ("Medical Records Specialists", "29-2070", 2)
        assert row.history.latest().history_change_reason == ("Imported Standard Occupational Classification, 2018.")

    def test_leaves_what_an_editor_wrote(self, tmp_path, admin_user):
        row = OccupationFactory(code="29-2072")
        with publishing(act=Edition.Act.EDIT, reason="A plainer title.", by=admin_user):
            row.title = "Keepers of medical records"
            row.save()
        report = import_release("soc", structure(tmp_path))
        assert (report.created, report.unchanged) == (6, 1)
        assert occupation("29-2072").title == "Keepers of medical records"

    def test_twice_writes_nothing(self, tmp_path):
        import_release("soc", structure(tmp_path))
        assert import_release("soc", structure(tmp_path)).already_here
        report = import_release("soc", write_table(tmp_path / "soc_structure_2018.csv", STRUCTURE))
        assert (report.unchanged, report.edition) == (7, None)
        assert Edition.objects.count() == 1

    def test_tried_only_it_changes_nothing(self, tmp_path):
        OccupationFactory(code="29-2072", title="Medical records specialists")
        report = import_release("soc", structure(tmp_path), dry_run=True)
        assert (report.created, report.changed) == (6, 1)
        assert Occupation.everything.get().title == "Medical records specialists"

    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ("29-2000 | 29-2010 | | | Two codes", "not one code with one title"),
            (" | | | 29-2099 | ", "not one code with one title"),
            (" | | | 29-20999 | Six digits", "is not a SOC code"),
            (" | | | 29-2072 | Again", "a second row for 29-2072"),
            ("| | | | See the notes", "a note, no occupation"),
        ],
    )
    def test_leaves_out_what_makes_no_sense(self, tmp_path, row, reason):
        report = import_release("soc", structure(tmp_path, [*STRUCTURE, cells(row)]))
        assert report.accounts_for_all
        assert [reason in said for _, _, said in report.rejections] == [True]


class TestDefinitions:
    ROWS = [
        ["2018 SOC Definitions"],
        ["SOC Group", "SOC Code", "SOC Title", "SOC Definition"],
        cells("Detailed | 29-2072 | Medical Records Specialists | Compile, process, and maintain medical records."),
    ]

    def test_are_added_to_what_stands(self, tmp_path):
        import_release("soc", structure(tmp_path))
        report = import_release("soc", write_table(tmp_path / "soc_2018_definitions.csv", self.ROWS))
        assert (report.changed, report.created) == (1, 0)
        row = occupation("29-2072")
        assert row.definition == "Compile, process, and maintain medical records."
        assert row.parent.code == "29-2070"
        assert Release.objects.get(slug="2018-definitions")


class TestCrosswalk:
    @pytest.fixture(autouse=True)
    def report(self, tmp_path, db):
        return import_release("soc", write_table(tmp_path / "soc_2010_to_2018_crosswalk.csv", CROSSWALK))

    def test_accounts_for_every_row(self, report):
        assert (report.read, report.created, report.rejected) == (3, 3, 0)

    def test_ties_many_to_many_whatever_the_hyphens(self):
        went_to = Crosswalk.objects.published().filter(from_occupation__code="29-2071")
        assert {pair.to_occupation.code for pair in went_to.select_related("to_occupation")} == {"29-2072", "29-9021"}

    def test_gives_each_pair_its_key_and_place(self):
        pair = Crosswalk.objects.get(to_occupation__code="29-9021")
        assert pair.key == "soc-2010-29-2071-to-2018-29-9021"
        assert pair.locator == "Crosswalk of 2010 to 2018 SOC, sorted by 2010: 29-2071, 29-9021"
        assert pair.release.label == "2010 to 2018"

    def test_makes_occupations_that_are_not_there_without_the_marks(self):
        assert occupation("29-2071", "soc-2010").title == "Medical Records Technicians"
        assert occupation("29-9021").title == "Health Information Technologists"

    def test_takes_the_same_code_of_two_versions_for_two_occupations(self):
        pair = Crosswalk.objects.get(to_occupation__code="55-3019")
        assert (pair.from_occupation.scheme, pair.to_occupation.scheme) == ("soc-2010", "soc-2018")

    def test_goes_out_of_sight_with_its_release(self, report):
        Release.objects.update(state=Release.State.WITHDRAWN, withdrawn_because="The file was damaged.")
        assert not Crosswalk.objects.published().exists()


def test_direct_match_titles_are_titles_of_their_codes(tmp_path):
    rows = [
        ["2018 Standard Occupational Classification"],
        ["Direct Match Title File"],
        ["2018 SOC Code", "2018 SOC Title", "2018 SOC Direct Match Title", "Illustrative Example"],
        ["53-3032", "Heavy and Tractor-Trailer Truck Drivers", "Truck Driver, Semi", ""],
        ["29-1141", "Registered Nurses", "Registered Nurse", "x"],
    ]
    path = write_workbook(tmp_path / "soc_2018_direct_match_title_file.xlsx", {"DMTF": rows})
    report = import_release("soc", path)
    assert (report.read, report.created, report.release) == (2, 2, "2018 direct match titles")
    titles = OccupationTitle.objects.published().values_list("occupation__scheme", "occupation__code", "title")
    assert set(titles) == {("soc-2018", "53-3032", "Truck Driver, Semi"), ("soc-2018", "29-1141", "Registered Nurse")}


class TestRefusals:
    def test_a_file_of_something_else(self, tmp_path):
        with pytest.raises(ImportRefused, match="neither a structure, nor definitions, nor a crosswalk"):
            import_release("soc", write_table(tmp_path / "soc_structure_2018.csv", [["2018 SOC"], ["Code", "Title"]]))

    def test_a_file_of_another_version(self, tmp_path):
        with pytest.raises(ImportRefused, match="is of 2018, not of 2010"):
            import_release("soc", structure(tmp_path), label="2010")
        assert not Release.objects.exists()
