"""A release of the O*NET database, as text or as workbooks, whole or in part."""

import shutil
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from careers.importers.onet.edition import DatabaseEdition
from careers.models import (
    CategoryShare,
    Element,
    JobZone,
    Occupation,
    OccupationJobZone,
    OccupationTitle,
    OccupationTool,
    Rating,
    RelatedOccupation,
    Task,
)
from facts.models import Edition, Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from tests.careers.importers.onet_extract import TABLES, rows_of, write_excel, write_text
from tests.factories import OccupationFactory
from tests.tables import write_table

pytestmark = pytest.mark.django_db

MANAGERS, SPECIALISTS = "11-9111.00", "29-2072.00"
ROWS = sum(len(rows_of(table)) - 1 for table in TABLES if table != "RIASEC Keywords")
REJECTED = 5


def occupation(code, scheme="onet-soc-2019"):
    return Occupation.objects.get(scheme=scheme, code=code)


@pytest.fixture
def report(tmp_path, db):
    return import_release("onet", write_text(tmp_path / "onet"))


class TestTheRelease:
    def test_accounts_for_every_row_of_every_table(self, report):
        assert (report.read, report.created, report.rejected) == (ROWS, ROWS - REJECTED, REJECTED)
        assert report.accounts_for_all

    def test_says_which_rows_it_left_out_and_why(self, report):
        reasons = {(table.split(".")[0], number): reason for table, number, reason in report.rejections}
        assert "Medical Records Administrator" in reasons["Alternate Titles", 4]
        assert reasons["Alternate Titles", 5] == "there is no occupation 29-2071.00"
        assert reasons["Skills", 6] == "Data Value: is blank"
        assert reasons["Education, Training, and Experience", 4] == "-1 is no percentage"
        assert reasons["Job Zones", 3] == "Job Zone: 6 is above 5"

    def test_says_which_tables_it_left_aside(self, report):
        assert report.left_aside == ["RIASEC Keywords.txt"]

    def test_is_named_and_credited_by_its_number(self, report):
        release = Release.objects.get()
        assert (release.slug, release.label) == ("29-0", "29.0")
        assert (release.period_start, release.period_end) == (date(2024, 8, 1), date(2024, 8, 31))
        assert release.credit.startswith("This page includes information from the O*NET 29.0 Database")
        assert "CC BY 4.0" in release.credit

    def test_twice_writes_nothing(self, report, tmp_path):
        assert import_release("onet", tmp_path / "onet").already_here
        assert Edition.objects.count() == 1

    def test_as_workbooks_says_the_same(self, report, tmp_path):
        again = import_release("onet", write_excel(tmp_path / "excel"))
        assert (again.changed, again.created, again.vanished_rows) == (0, 0, 0)
        assert again.unchanged == report.created
        assert Edition.objects.count() == 1

    def test_from_a_zip_file_says_the_same(self, report, tmp_path):
        shutil.make_archive(str(tmp_path / "db_29_0_text"), "zip", tmp_path, "onet")
        again = import_release("onet", tmp_path / "db_29_0_text.zip")
        assert (again.read, again.unchanged) == (ROWS, report.created)

    def test_corrected_changes_what_differs(self, report, tmp_path):
        rows = rows_of("Skills")
        rows[1][4] = "4.25"
        write_table(tmp_path / "onet" / "Skills.txt", rows)
        again = import_release("onet", tmp_path / "onet")
        assert (again.changed, again.created) == (1, 0)
        assert Rating.objects.published().skills().by_importance().first().value == Decimal("4.25")

    def test_withdrawn_is_out_of_sight(self, report):
        Release.objects.update(state=Release.State.WITHDRAWN, withdrawn_because="The file was damaged.")
        for model in (OccupationTitle, Task, Rating, CategoryShare, OccupationTool, RelatedOccupation):
            assert not model.objects.published().exists()


@pytest.mark.usefixtures("report")
class TestWhatItSays:
    def test_of_occupations(self):
        found = occupation("15-1299.01")
        assert found.title == "Web Administrators"
        assert found.definition.startswith("Manage web environment")
        assert found.level == "detailed"

    @pytest.mark.parametrize(("code", "soc"), [(SPECIALISTS, "29-2072"), ("15-1299.01", "15-1299")])
    def test_of_the_wider_occupation_of_each(self, code, soc):
        assert occupation(code).parent == occupation(soc, "soc-2018")

    def test_of_titles(self):
        [title] = OccupationTitle.objects.published().named("medical records administrator")
        assert (title.occupation.code, title.kind, title.short_title, title.origins) == (
            MANAGERS,
            "alternate",
            "",
            "02,08",
        )
        [title] = OccupationTitle.objects.named("CNO")
        assert title.title == "Chief Nursing Officer (CNO)"
        assert OccupationTitle.objects.get(kind="reported").title == "Medical Records Clerk"

    def test_of_tasks(self):
        tasks = Task.objects.published().for_occupation(occupation(SPECIALISTS)).by_importance()
        assert [(task.number, task.kind, task.n) for task in tasks] == [
            (23720, "core", 95),
            (23722, "supplemental", 12),
            (23721, "", None),
        ]
        assert tasks[0].dated == date(2023, 8, 1)

    def test_of_skills_by_importance_and_level(self):
        skills = Rating.objects.published().for_occupation(occupation(MANAGERS)).skills().with_words()
        assert [(rating.element_name, rating.value) for rating in skills.by_importance()] == [
            ("Reading Comprehension", Decimal("4.12")),
            ("Programming", Decimal("1.62")),
        ]
        reading = skills.by_level()[0]
        assert (reading.scale_name, reading.minimum, reading.maximum) == ("Level", 0, 7)
        assert (reading.n, reading.standard_error) == (8, Decimal("0.1830"))
        assert (reading.recommend_suppress, reading.not_relevant) == (False, False)

    def test_of_what_is_not_to_be_relied_on(self):
        relied_on = Rating.objects.skills().relied_on()
        assert set(relied_on.values_list("element_code", flat=True)) == {"2.A.1.a"}

    def test_of_interests(self):
        [interest] = Rating.objects.interests()
        assert (interest.element_code, interest.value) == ("1.B.1.f", Decimal("5.24"))
        [first] = Rating.objects.first_interests()
        assert (first.occupation.code, first.value) == (MANAGERS, 6)

    def test_of_education(self):
        shares = CategoryShare.objects.published().for_occupation(occupation(MANAGERS)).education().with_words()
        assert [(share.answer, share.percent) for share in shares] == [
            ("High School Diploma", Decimal("4.46")),
            ("Bachelor's Degree", Decimal("62.31")),
        ]
        assert shares[0].element_name == "Required Level of Education"

    def test_of_technology_and_tools(self):
        technology = OccupationTool.objects.published().technology()
        assert [(tool.name, tool.hot, tool.in_demand) for tool in technology] == [
            ("Epic Systems", True, True),
            ("Microsoft Excel", True, False),
        ]
        [tool] = OccupationTool.objects.tools()
        assert (tool.name, tool.commodity_code, tool.commodity) == (
            "Label printers",
            "43212110",
            "Label making machines",
        )

    def test_of_job_zones(self):
        [placed] = OccupationJobZone.objects.published().with_words()
        assert (placed.number, placed.zone_name) == (5, "Job Zone Five: Extensive Preparation Needed")
        assert placed.zone == JobZone.objects.get()
        assert placed.zone.svp_range == "(8.0 and above)"

    def test_of_related_occupations(self):
        related = RelatedOccupation.objects.published().nearest_first().with_words()
        assert [(row.related.code, row.tier) for row in related] == [
            ("15-1299.01", "primary-short"),
            (SPECIALISTS, "supplemental"),
        ]

    def test_to_whoever_asks_for_the_wider_occupation(self):
        soc = occupation("11-9111", "soc-2018")
        assert Rating.objects.for_occupation(soc).count() == 6
        assert not Rating.objects.for_occupation(occupation("29-2072", "soc-2018")).exists()

    def test_in_as_many_queries_however_much_there_is(self, django_assert_num_queries):
        with django_assert_num_queries(1):
            for rating in Rating.objects.published().with_words().by_importance():
                assert rating.release.source.title
                assert rating.occupation.title
                assert rating.element_name


def test_what_a_release_lacks_is_simply_absent(tmp_path):
    kept = ("Occupation Data", "Skills")
    folder = write_text(tmp_path / "onet", without=tuple(TABLES.keys() - set(kept)))
    report = import_release("onet", folder)
    assert (report.created, report.rejected) == (8, 1)
    assert not Element.objects.exists()
    assert Rating.objects.with_words().first().element_name is None


def test_the_soc_occupation_that_stands_is_the_parent(tmp_path):
    standing = OccupationFactory(code="29-2072", title="Keepers of records")
    import_release("onet", write_text(tmp_path / "onet"))
    assert occupation(SPECIALISTS).parent == standing
    assert standing.title == Occupation.objects.get(pk=standing.pk).title


def test_an_earlier_release_does_not_undo_what_a_later_one_says(tmp_path):
    later = write_text(tmp_path / "later", read_me="O*NET 29.3 Database\nMay 2025 Release")
    rows = rows_of("Occupation Data")
    rows[1][1] = "Medical Records Experts"
    write_table(later / "Occupation Data.txt", rows)
    import_release("onet", later)
    report = import_release("onet", write_text(tmp_path / "earlier"))
    assert occupation(SPECIALISTS).title == "Medical Records Experts"
    assert report.accounts_for_all


def test_a_later_release_says_it_anew(tmp_path):
    import_release("onet", write_text(tmp_path / "earlier"))
    later = write_text(tmp_path / "later", read_me="O*NET 29.3 Database\nMay 2025 Release")
    rows = rows_of("Occupation Data")
    rows[1][1] = "Medical Records Experts"
    write_table(later / "Occupation Data.txt", rows)
    report = import_release("onet", later)
    assert (report.changed, report.unchanged) == (1, 3)
    assert occupation(SPECIALISTS).title == "Medical Records Experts"
    assert Release.objects.ready().newest_first().first().label == "29.3"


def test_older_releases_code_by_the_older_classification(tmp_path):
    import_release("onet", write_text(tmp_path / "onet", read_me="O*NET 20.0 Database\nAugust 2015 Release"))
    assert occupation(SPECIALISTS, "onet-soc-2010").parent.scheme == "soc-2010"


class TestRefusals:
    def test_a_release_before_the_classifications_that_are_kept(self, tmp_path):
        with pytest.raises(ImportRefused, match="by a classification before 2010"):
            import_release("onet", write_text(tmp_path / "onet", read_me="O*NET 9.0 Database"))
        assert not Release.objects.exists()

    def test_a_folder_that_says_not_which_release_it_is(self, tmp_path):
        folder = write_text(tmp_path / "onet", read_me="")
        with pytest.raises(ImportRefused, match="does not say which release"):
            import_release("onet", folder)
        assert import_release("onet", folder, label="29.0").release == "29.0"

    @pytest.mark.parametrize(("label", "reason"), [("29.1", "is O\\*NET 29.0, not 29.1"), ("August", "is no release")])
    def test_a_folder_of_another_release(self, tmp_path, label, reason):
        with pytest.raises(ImportRefused, match=reason):
            import_release("onet", write_text(tmp_path / "onet"), label=label)

    def test_a_table_that_is_there_twice(self, tmp_path):
        folder = write_text(tmp_path / "onet")
        shutil.copy(folder / "Skills.txt", folder / "Skills.csv")
        with pytest.raises(ImportRefused, match="two files of one table: Skills.csv, Skills.txt"):
            import_release("onet", folder)

    def test_a_table_with_another_header_and_then_nothing_is_left(self, tmp_path):
        folder = write_text(tmp_path / "onet")
        write_table(folder / "Work Styles.txt", [["Code", "Style"], [SPECIALISTS, "Calm"]])
        with pytest.raises(ImportRefused, match="Work Styles.txt has no header"):
            import_release("onet", folder)
        assert not Occupation.everything.exists()
        assert not Release.objects.exists()

    def test_a_broken_zip_file(self, tmp_path):
        shutil.make_archive(str(tmp_path / "db_29_0_text"), "zip", write_text(tmp_path / "onet"))
        whole = (tmp_path / "db_29_0_text.zip").read_bytes()
        (tmp_path / "db_29_0_text.zip").write_bytes(whole[:-40])
        with pytest.raises(ImportRefused):
            import_release("onet", tmp_path / "db_29_0_text.zip")


@pytest.mark.parametrize(
    ("text", "label"),
    [("db_29_3_excel.zip", "29.3"), ("onet-29.0-text", "29.0"), ("O*NET 30.1 Database", "30.1"), ("Database", None)],
)
def test_the_number_is_read_from_names(text, label):
    found = DatabaseEdition.named_in(text)
    assert (found and found.label) == label


def test_a_zip_file_may_hold_a_folder(tmp_path):
    with zipfile.ZipFile(tmp_path / "db_29_0_text.zip", "w") as archive:
        for file in write_text(tmp_path / "onet").iterdir():
            archive.write(file, f"db_29_0_text/{file.name}")
    assert import_release("onet", tmp_path / "db_29_0_text.zip").created == ROWS - REJECTED
