"""ESCO's occupations, under the groups of ISCO-08, with their other titles."""

import shutil

import pytest

from careers.models import Occupation, OccupationTitle
from facts.models import Edition, Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from tests.tables import write_table

pytestmark = pytest.mark.django_db

GROUP_HEADER = ["conceptType", "conceptUri", "code", "preferredLabel", "status", "altLabels", "inScheme", "description"]
HEADER = [
    *("conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "hiddenLabels", "status"),
    *("modifiedDate", "scopeNote", "definition", "inScheme", "description", "code"),
]


def group(code, title):
    return ["ISCOGroup", f"http://data.europa.eu/esco/isco/C{code}", code, title, "released", "", "", f"About {title}."]


def occupation(code, title, alternate="", hidden=""):
    said = ["Occupation", "http://data.europa.eu/esco/occupation/x", code[:4], title, alternate, hidden, "released"]
    return [*said, "2024-01-25", "", "", "", f"{title.capitalize()}s\nkeep records.", code]


GROUPS = [
    GROUP_HEADER,
    group("3252", "Medical records and health information technicians"),
    group("3", "Technicians and associate professionals"),
    group("325", "Other health associate professionals"),
    group("32", "Health associate professionals"),
]
OCCUPATIONS = [
    HEADER,
    occupation("3252.1.1", "clinical coder", "coding clerk\nclinical coding officer\ncoding clerk"),
    occupation("3252.1", "medical records technician", hidden="med rec tech"),
    occupation("3252.2", "medical records clerk"),
    occupation("9999.1", "astronaut"),
]


def folder(tmp_path, name="esco-1.2.0-en"):
    made = tmp_path / name
    made.mkdir(exist_ok=True)
    write_table(made / "ISCOGroups_en.csv", GROUPS)
    write_table(made / "occupations_en.csv.gz", OCCUPATIONS)
    (made / "notes.parquet").write_bytes(b"PAR1")
    return made


class TestTheRelease:
    @pytest.fixture(autouse=True)
    def report(self, tmp_path, db):
        return import_release("esco", folder(tmp_path))

    def test_accounts_for_every_row(self, report):
        assert (report.read, report.created, report.rejected) == (8, 7, 1)
        assert report.reasons == {"its wider group is not there": 1}
        assert report.left_aside == ["notes.parquet"]

    def test_puts_groups_under_one_another(self):
        levels = Occupation.objects.filter(scheme="isco-08").values_list("code", "level", "parent__code")
        assert list(levels) == [
            ("3", "major", None),
            ("32", "sub_major", "3"),
            ("325", "minor", "32"),
            ("3252", "unit", "325"),
        ]

    def test_puts_occupations_under_groups_and_finer_ones_under_them(self):
        found = Occupation.objects.filter(scheme="esco").values_list("code", "parent__scheme", "parent__code")
        assert set(found) == {
            ("3252.1", "isco-08", "3252"),
            ("3252.1.1", "esco", "3252.1"),
            ("3252.2", "isco-08", "3252"),
        }

    def test_keeps_what_an_occupation_is(self):
        found = Occupation.objects.get(code="3252.1.1")
        assert (found.title, found.definition) == ("clinical coder", "Clinical coders keep records.")

    def test_lists_other_titles_once_each(self):
        titles = OccupationTitle.objects.published().filter(occupation__code="3252.1.1")
        assert set(titles.values_list("title", "kind")) == {
            ("coding clerk", "alternate"),
            ("clinical coding officer", "alternate"),
        }
        assert OccupationTitle.objects.get(kind="hidden").title == "med rec tech"

    def test_is_named_by_its_version(self):
        assert Release.objects.get().label == "1.2.0"
        assert Release.objects.get().credit.startswith("This service uses the ESCO classification")

    def test_twice_writes_nothing(self, tmp_path):
        assert import_release("esco", tmp_path / "esco-1.2.0-en").already_here
        assert Edition.objects.count() == 1

    def test_from_the_publisher_s_zip_file_says_the_same(self, tmp_path):
        name = "ESCO dataset - v1.2.0 - classification - en - csv"
        shutil.make_archive(str(tmp_path / name), "zip", tmp_path / "esco-1.2.0-en")
        report = import_release("esco", tmp_path / f"{name}.zip")
        assert (report.unchanged, report.created, report.changed, report.edition) == (7, 0, 0, None)

    def test_with_another_title_is_a_new_edition(self, tmp_path):
        rows = [*OCCUPATIONS[:3], occupation("3252.2", "medical records clerk", "chart clerk"), OCCUPATIONS[4]]
        write_table(tmp_path / "esco-1.2.0-en" / "occupations_en.csv.gz", rows)
        report = import_release("esco", tmp_path / "esco-1.2.0-en")
        assert (report.unchanged, report.further) == (7, 1)
        assert report.edition
        assert OccupationTitle.objects.published().get(occupation__code="3252.2").title == "chart clerk"


def test_an_occupation_lies_in_the_group_that_its_row_names_whatever_its_code_begins_with(tmp_path):
    path = folder(tmp_path)
    row = occupation("2421.8", "smart city consultant")
    row[2] = "3252"
    write_table(path / "occupations_en.csv.gz", [HEADER, row])
    assert import_release("esco", path).rejected == 0
    assert Occupation.objects.get(code="2421.8").parent.code == "3252"


class TestRefusals:
    def test_a_folder_without_a_version(self, tmp_path):
        with pytest.raises(ImportRefused, match="does not say which version"):
            import_release("esco", folder(tmp_path, "esco"))
        assert import_release("esco", folder(tmp_path, "esco"), label="v1.2.0").release == "1.2.0"

    def test_a_folder_of_another_version(self, tmp_path):
        with pytest.raises(ImportRefused, match="is ESCO 1.2.0, not 1.1.1"):
            import_release("esco", folder(tmp_path), label="1.1.1")

    def test_a_folder_without_occupations(self, tmp_path):
        (folder(tmp_path) / "occupations_en.csv.gz").unlink()
        with pytest.raises(ImportRefused, match="holds no table occupations_en"):
            import_release("esco", tmp_path / "esco-1.2.0-en")
        assert not Release.objects.exists()
