"""Schools, what they offer and charge, and what is taught for which work, in the publisher's layouts."""

import pytest

from education.models import Programme, ProgrammeOccupation, School, SchoolOffer, Tuition
from facts.models import Edition, Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from tests import needs

pytestmark = pytest.mark.django_db

DIRECTORY = """\
UNITID,INSTNM,IALIAS,CITY,STABBR,CHFNM,CONTROL,ICLEVEL,WEBADDR,CYACTIVE
100654,Alabama A & M University,AAMU,Normal,AL,A Person,1,1,www.aamu.edu/,1
100663,Colegio Señorial, ,Ponce,PR,A Person,-3,-3, ,3
100654,Alabama A & M University again,,Normal,AL,A Person,1,1,,1
x,No Number,,Normal,AL,A Person,1,1,,1
"""
CHARACTERISTICS = """\
UNITID,LEVEL1,LEVEL2,LEVEL3,LEVEL4,LEVEL5,LEVEL6,LEVEL7,LEVEL8,LEVEL17,LEVEL18,LEVEL19,DSTNUGP,DSTNGP,DISTCRS,DISTNCED
100654,0,0,1,0,1,-2,1,0,0,1,0,1,0,1,2
100663,1,0,0,0,-2,-2,-2,-2,-2,-2,-2,-1,-1,-1,-1
100700,0,1,0,0,0,0,0,0,0,0,0,0,0,0,2
100701,0,1,0,0,0,0,0,0,0,0,0,0,0,1,2
100702,0,1,0,0,0,0,0,0,0,0,0,0,0,1,1
"""
CHARGES = """\
UNITID,XCHG1AY3,CHG1AY3,XCHG2AY3,CHG2AY3,XCHG3AY3,CHG3AY3
100654,"R",10024,"R",10024,"R", 18634
100663,"A",.,"A",.,"A",-2
100700,"R",0,"R",0,"R",0
100701,"R",minus,"R",1,"R",2
"""
CODES = """\
"CIPFamily","CIPCode","Action","TextChange","CIPTitle"
="51",="51","No substantive changes",no,"HEALTH PROFESSIONS AND RELATED PROGRAMS."
="51",="51.0707","No substantive changes",no,"Health Information/Medical Records Technology/Technician."
="51",="51.1502","Moved to",no,"Something Moved Away."
="51",="51.9999x","New",no,"No Code."
"""
CROSSWALK = """\
CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title
51.0707,"Health Information/Medical Records Technology/Technician.",29-2072,Medical Records Specialists
51.0707,"Health Information/Medical Records Technology/Technician.",29-9021,Health Information Technologists
24.0102,"General Studies.",99-9999,NO MATCH
"""


@pytest.fixture
def imported(tmp_path):
    def imported(source, name, text, encoding="cp1252"):
        path = tmp_path / name
        path.write_text(text, encoding=encoding)
        return import_release(source, path)

    return imported


def test_institutions_are_listed_and_people_are_not(imported):
    report = imported("ipeds", "HD2020.csv", DIRECTORY)
    assert (report.read, report.created, report.rejected) == (4, 2, 2)
    assert report.accounts_for_all
    first, second = School.objects.order_by("unit_id")
    assert (first.name, first.state, first.control, first.level) == (
        "Alabama A & M University",
        "AL",
        "public",
        "four-years",
    )
    assert (second.name, second.control, second.level, second.website) == ("Colegio Señorial", "", "", "")
    assert (first.is_active, second.is_active) == (True, False)
    assert not any("Person" in str(value) for value in School.objects.values_list())
    assert Release.objects.get().label == "Institutions, 2020"


def test_what_is_offered_is_a_yes_and_nothing_else(imported):
    assert imported("ipeds", "ic2022.csv", CHARACTERISTICS).created == 5
    offers = {offer.unit_id: offer for offer in SchoolOffer.objects.all()}
    assert offers[100654].awards == "|associate|bachelor|master|doctor|"
    assert offers[100654].named_awards[0] == "Associate’s degree"
    assert offers[100663].awards == "|certificate-short|"
    assert [offers[100654 + n].distance for n in (0, 9)] == ["programmes", ""]
    assert [offers[n].distance for n in (100700, 100701, 100702)] == ["none", "courses", "all"]


def test_codes_for_no_answer_are_never_numbers_and_nought_is_an_answer(imported):
    report = imported("ipeds", "IC2022_AY.csv", CHARGES)
    assert (report.read, report.created, report.rejected) == (4, 3, 1)
    rows = {row.unit_id: (row.in_district, row.in_state, row.out_of_state) for row in Tuition.objects.all()}
    assert rows == {100654: (10_024, 10_024, 18_634), 100663: (None, None, None), 100700: (0, 0, 0)}
    assert Release.objects.get().label == "Tuition, 2022–23"


def test_fields_of_study_and_what_they_lead_to(imported):
    codes = imported("cip", "CIPCode2020.csv", CODES)
    assert (codes.read, codes.created, codes.rejected) == (4, 2, 2)
    assert str(Programme.objects.get(code="51.0707")).endswith("Medical Records Technology/Technician")
    pairs = imported("cip", "CIP2020_SOC2018_Crosswalk.csv", CROSSWALK, encoding="utf-8-sig")
    assert (pairs.read, pairs.created, pairs.rejected) == (3, 2, 1)
    assert {row.occupation.code for row in ProgrammeOccupation.objects.all()} == {"29-2072", "29-9021"}


def test_twice_is_once(imported):
    imported("ipeds", "HD2020.csv", DIRECTORY)
    assert imported("ipeds", "HD2020.csv", DIRECTORY).already_here
    assert Edition.objects.count() == 1


@pytest.mark.parametrize(
    ("source", "name", "text"),
    [
        ("ipeds", "HD2020.csv", "UNITID,CITY\n1,Normal\n"),
        ("ipeds", "schools.csv", DIRECTORY),
        ("cip", "codes.csv", CODES),
        ("cip", "CIPCode2020.csv", "a,b\n1,2\n"),
    ],
)
def test_what_is_no_such_file_is_refused_and_leaves_nothing(imported, source, name, text):
    with pytest.raises(ImportRefused):
        imported(source, name, text)
    assert not Release.objects.exists()
    assert not School.objects.exists()


@pytest.mark.data
@pytest.mark.parametrize(
    ("source", "name", "read", "rejected"),
    [
        ("ipeds", "ipeds/hd2020.csv.gz", 6_440, 0),
        ("ipeds", "ipeds/ic2022.csv.gz", 6_138, 0),
        ("ipeds", "ipeds/ic2022_ay.csv.gz", 3_876, 0),
        ("cip", "cip/CIPCode2020.csv.gz", 2_848, 12 + 149),
        ("cip", "cip/CIP2020_SOC2018_Crosswalk.csv.gz", 6_097, 194),
        ("cip", "cip/CIP2020_SOC2018_Crosswalk.xlsx", 6_097, 194),  # below a cover sheet
    ],
)
def test_every_row_of_the_publishers_files_is_accounted_for(source, name, read, rejected):
    report = import_release(source, needs.data() / name)
    assert (report.read, report.rejected, report.created) == (read, rejected, read - rejected)
    assert report.accounts_for_all


@pytest.mark.data
def test_tuition_is_what_stands_in_the_file_and_missing_is_none():
    import_release("ipeds", needs.data() / "ipeds/ic2022_ay.csv.gz")
    first = Tuition.objects.get(unit_id=100654)
    assert (first.in_state, first.out_of_state) == (10_024, 18_634)
    assert Tuition.objects.filter(in_state=None).count() == 412
