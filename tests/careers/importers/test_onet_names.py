"""The tables of O*NET under the names that they bear from release 30.3 on."""

import zipfile

import pytest

from careers.models import CategoryShare, OccupationTitle, OccupationTool, Rating
from facts.models import Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from tests.careers.importers.onet_extract import write_text

pytestmark = pytest.mark.django_db

SURVEYED = "N|Standard Error|Lower CI Bound|Upper CI Bound|Recommend Suppress"
RATED = f"O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|{SURVEYED}|Not Relevant|Date|Domain Source"
SPREAD = f"O*NET-SOC Code|Element ID|Element Name|Scale ID|Category|Data Value|{SURVEYED}|Date|Domain Source"
NEWER = {
    "Occupation Data": ["O*NET-SOC Code|Title|Description", "29-1141.00|Registered Nurses|Assess patients."],
    "Job Titles": ["O*NET-SOC Code|Job Title|Short Title|Source(s)", "29-1141.00|Vaccination Nurse|n/a|01,02"],
    "Software Skills": [
        "O*NET-SOC Code|Workplace Example|Element ID|Element Name|Hot Technology|In Demand",
        "29-1141.00|Epic Systems|2.E.5.b|Medical software|Y|N",
    ],
    "Essential Skills": [
        RATED,
        "29-1141.00|2.A.1.a|Reading Comprehension|IM|4.00|8|0.1|3.5|4.5|N|n/a|08/2025|Analyst",
    ],
    "Transferable Skills": [
        RATED,
        "29-1141.00|2.B.1.a|Social Perceptiveness|IM|4.12|8|0.1|3.5|4.5|N|n/a|08/2025|Analyst",
    ],
    "Career Interest Types": [
        "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|Date|Domain Source",
        "29-1141.00|1.B.1.d|Social|OI|7.0|11/2025|Machine Learning/Expert",
    ],
    "Education": [
        SPREAD,
        "29-1141.00|2.D.1|Required Level of Education|RL|6|60.0|8|0.1|3.5|4.5|N|08/2025|Incumbent",
    ],
    "Training and Experience": [
        SPREAD,
        "29-1141.00|3.A.1|Related Work Experience|RW|4|20.0|8|0.1|3.5|4.5|N|08/2025|Incumbent",
        "29-1141.00|2.D.4.a|Job-Related Certification|IM|n/a|3.01|28|0.2|2.4|3.5|N|08/2025|Incumbent",
    ],
}


def newer(folder, tables=NEWER):
    path = folder / "db_30_3_text.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("db_30_3_text/Read Me.txt", "O*NET 30.3 Database\nMay 2026 Release\n")
        for table, rows in tables.items():
            archive.writestr(f"db_30_3_text/{table}.txt", "\n".join(rows).replace("|", "\t") + "\n")
    return path


def test_each_table_is_read_under_its_newer_name(tmp_path):
    report = import_release("onet", newer(tmp_path))
    assert (report.read, report.created, report.left_aside) == (9, 9, [])
    assert OccupationTitle.objects.get().title == "Vaccination Nurse"
    tool = OccupationTool.objects.technology().get()
    assert (tool.name, tool.commodity, tool.commodity_code) == ("Epic Systems", "Medical software", "2.E.5.b")
    assert set(Rating.objects.skills().values_list("element_code", flat=True)) == {"2.A.1.a", "2.B.1.a"}
    assert Rating.objects.interests().get().value == 7
    assert CategoryShare.objects.education().get().percent == 60
    assert CategoryShare.objects.experience().get().number == 4


def test_a_release_that_lacks_tables_of_the_one_before_is_refused_with_their_names(tmp_path):
    import_release("onet", write_text(tmp_path / "onet"))
    with pytest.raises(ImportRefused, match="covers less than 29.0: it lacks the tables .*related occupations"):
        import_release("onet", newer(tmp_path))
    assert list(Release.objects.values_list("slug", flat=True)) == ["29-0"]


def test_work_values_are_not_missed_since_the_publisher_gave_them_up(tmp_path):
    older = write_text(
        tmp_path / "onet", without=("Tools Used", "Job Zones", "Job Zone Reference", "Related Occupations")
    )
    values = NEWER["Essential Skills"][1].replace("29-1141", "11-9111").replace("2.A.1.a", "1.B.2.a")
    (older / "Work Values.txt").write_text("\n".join([RATED, values]).replace("|", "\t") + "\n")
    import_release("onet", older)
    with pytest.raises(ImportRefused) as refusal:
        import_release("onet", newer(tmp_path))
    assert "work values" not in str(refusal.value)
    assert "task statements" in str(refusal.value)


def test_a_partial_release_is_taken_when_asked_to(tmp_path):
    import_release("onet", write_text(tmp_path / "onet"))
    report = import_release("onet", newer(tmp_path), partial=True)
    assert report.edition
    assert Release.objects.get(slug="30-3").is_partial
    again = import_release("onet", newer(tmp_path, {"Occupation Data": NEWER["Occupation Data"]}), partial=True)
    assert again.edition


def test_a_folder_without_a_known_table_is_refused(tmp_path):
    path = newer(tmp_path, {"Holidays": ["Day|Name", "1|Sunday"]})
    with pytest.raises(ImportRefused, match="Nothing in db_30_3_text.zip was recognized"):
        import_release("onet", path)
    assert not Release.objects.exists()
