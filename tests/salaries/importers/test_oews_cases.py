"""What OEWS files do that a reader has to survive: covers, withheld pay, other names in other years, parts."""

import pytest
from django.db import transaction

from careers.models import Occupation
from facts.models import Edition, Industry, IndustryName, Place, Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from salaries.models import Wage
from tests.salaries.importers.oews import ALL, CALIFORNIA, FRESNO, MANAGERS, NATIONAL, SPECIALISTS, write_oews
from tests.workbooks import write_workbook

pytestmark = pytest.mark.django_db

TEXAS = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}
OHIO = {"AREA": "39", "AREA_TITLE": "Ohio", "AREA_TYPE": "2", "PRIM_STATE": "OH"}
PAY = [name for name in NATIONAL if name.startswith(("H_", "A_"))]


def imported(path, *rows, columns=ALL, **options):
    return import_release("oews", write_oews(path, rows, columns), **options)


def test_a_workbook_whose_first_sheet_is_a_cover_is_read(tmp_path):
    sheets = {"Notes": [["These are notes"]], "state_M2024_dl": [ALL, [(SPECIALISTS | CALIFORNIA)[c] for c in ALL]]}
    import_release("oews", write_workbook(tmp_path / "state_M2024_dl.xlsx", sheets))
    assert Wage.objects.get().place.code == "US-CA"


def test_withheld_pay_is_kept_as_withheld(tmp_path):
    withheld = dict.fromkeys([name for name in PAY if "MEAN" in name or name.startswith("A_")], "***")
    row = SPECIALISTS | {"OCC_CODE": "39-6031"} | withheld | {name: "*" for name in PAY if name not in withheld}
    report = imported(tmp_path / "national_may2003_dl.csv", row, columns=NATIONAL)
    assert (report.read, report.rejected) == (1, 0)
    wage = Wage.objects.get()
    assert wage.marks["annual_median"] == {"suppressed": True}
    assert wage.marks["hourly_median"] == {"not_published": True}
    assert wage.figure("annual_median").value_text == "not released"


def test_a_marker_that_is_not_known_costs_the_cell_and_is_counted(tmp_path):
    report = imported(tmp_path / "all_data_M_2024.csv", SPECIALISTS | {"A_PCT90": "^^", "EMP_PRSE": "(8)"})
    assert (report.created, report.rejected) == (1, 0)
    assert set(report.unread) == {
        "A_PCT90: “^^” is no marker that is known",
        "EMP_PRSE: “(8)” is no marker that is known",
    }
    wage = Wage.objects.get()
    assert (wage.annual_p90, wage.annual_p75, wage.employment_rse) == (None, 64_070, None)
    assert wage.marks["annual_p90"] == {"not_published": True}


def test_no_number_is_missing_without_a_reason(tmp_path):
    hidden = {"TOT_EMP": "**", "EMP_PRSE": "**", "MEAN_PRSE": "*", "A_MEAN": "", "H_MEAN": "*"}
    imported(tmp_path / "all_data_M_2024.csv", SPECIALISTS | hidden)
    wage = Wage.objects.get()
    assert set(wage.marks) == {"employment", "employment_rse", "wage_rse", "annual_mean", "hourly_mean"}
    assert wage.marks["employment_rse"] == {"suppressed": True}


def test_one_area_with_and_without_noughts_in_front_is_one_place(tmp_path):
    area = {"AREA_TITLE": "Northwest Alabama nonmetropolitan area", "AREA_TYPE": "6", "PRIM_STATE": "AL"}
    imported(tmp_path / "BOS_M2023_dl.csv", SPECIALISTS | area | {"AREA": "100001"})
    imported(tmp_path / "BOS_M2024_dl.csv", SPECIALISTS | area | {"AREA": "0100001", "A_MEDIAN": "50,260"})
    assert set(Place.objects.filter(kind="nonmetro").values_list("code", flat=True)) == {"100001"}
    assert Wage.objects.filter(place__code="100001").count() == 2


# Names belong to a release --------------------------------------------------------------------------------------------

OLDER_AREA = FRESNO | {"AREA": "35620", "AREA_TITLE": "New York-Newark-Jersey City, NY-NJ-PA", "PRIM_STATE": "NY"}
NEWER_AREA = OLDER_AREA | {"AREA_TITLE": "New York-Newark-Jersey City, NY-NJ"}
WIRED = {"NAICS": "517100", "NAICS_TITLE": "Wired Telecommunications Carriers", "I_GROUP": "4-digit"}
WIRELESS = WIRED | {"NAICS_TITLE": "Wired and Wireless Telecommunications (except Satellite)"}
OLDER = MANAGERS | {"OCC_CODE": "29-1128", "OCC_TITLE": "Therapists, All Other"}
NEWER = OLDER | {"OCC_TITLE": "Exercise Physiologists", "A_MEDIAN": "50,260"}
FILES = {
    "all_data_M_2011.csv": [OLDER | OLDER_AREA, OLDER | WIRED],
    "all_data_M_2012.csv": [NEWER | NEWER_AREA, NEWER | WIRELESS],
}


def named():
    rows = Wage.objects.published().with_words().order_by("release__period_end", "place__code")
    return [(row.release.label, row.occupation.title, row.place.name, row.industry.name) for row in rows]


@pytest.mark.parametrize("order", [FILES, reversed(FILES)], ids=["older first", "newer first"])
def test_each_row_shows_the_names_of_its_release_in_either_order(tmp_path, order):
    for name in order:
        imported(tmp_path / name, *FILES[name])
    older, newer = (FILES[name][0] for name in FILES)
    assert named() == [
        ("May 2011", "Therapists, All Other", older["AREA_TITLE"], "Cross-industry"),
        ("May 2011", "Therapists, All Other", "United States", WIRED["NAICS_TITLE"]),
        ("May 2012", "Exercise Physiologists", newer["AREA_TITLE"], "Cross-industry"),
        ("May 2012", "Exercise Physiologists", "United States", WIRELESS["NAICS_TITLE"]),
    ]
    assert Occupation.objects.get(code="29-1128").title == "Exercise Physiologists"
    assert Place.objects.get(code="35620").name == newer["AREA_TITLE"]
    assert Industry.objects.get(code="517100").name == WIRELESS["NAICS_TITLE"]


def pages_after(client, folder, order):
    """What every page and list of the wages says once the files are imported in this order; nothing is kept."""
    with transaction.atomic():
        for name in order:
            imported(folder / name, *FILES[name])
        wages = Wage.objects.published().with_words()
        addresses = {wage.get_absolute_url() for wage in wages} | {wage.occupation.get_absolute_url() for wage in wages}
        occupation = "/occupations/29-1128/"
        addresses |= {
            occupation,
            f"{occupation}places/",
            f"{occupation}industries/",
            "/occupations/",
            "/api/v1/wages.csv",
        }
        addresses |= {f"/search/?q={words}" for words in ("therapists", "exercise physiologists")}
        answers = {address: client.get(address, follow=True) for address in addresses}
        assert {answer.status_code for answer in answers.values()} == {200}
        pages = {address: b"".join(answer).decode() for address, answer in answers.items()}
        transaction.set_rollback(True)
    return {address: sorted(text.partition("<footer")[0].splitlines()) for address, text in pages.items()}


def test_every_page_says_the_same_in_either_order(client, tmp_path):
    older_first = pages_after(client, tmp_path, FILES)
    newer_first = pages_after(client, tmp_path, reversed(FILES))
    assert len(older_first) > 8
    assert [address for address in older_first if older_first[address] != newer_first.get(address)] == []
    assert any("Therapists, All Other" in line for page in older_first.values() for line in page)


def test_a_name_that_an_editor_gave_stays(tmp_path, admin_user):
    imported(tmp_path / "all_data_M_2011.csv", OLDER)
    occupation = Occupation.objects.get(code="29-1128")
    occupation.title, occupation._history_user = "Other therapists", admin_user
    occupation.save()
    imported(tmp_path / "all_data_M_2012.csv", NEWER)
    assert Occupation.objects.get(code="29-1128").title == "Other therapists"


def test_names_of_other_parts_stay_when_one_part_is_imported_again(tmp_path):
    imported(tmp_path / "all_data_M_2011.csv", OLDER, OLDER | WIRED)
    imported(tmp_path / "corrected_M_2011.csv", OLDER | {"A_MEDIAN": "50,270"})
    assert Release.objects.count() == 1
    assert IndustryName.objects.filter(industry__code="517100").get().name == WIRED["NAICS_TITLE"]


# A release that covers less -------------------------------------------------------------------------------------------


@pytest.fixture
def three_states(tmp_path):
    rows = [SPECIALISTS | state for state in (CALIFORNIA, TEXAS, OHIO)]
    return imported(tmp_path / "state_M2025_dl.csv", *rows)


CHANGED = SPECIALISTS | CALIFORNIA | {"A_MEDIAN": "50,260"}


def test_a_release_with_fewer_states_is_refused_with_what_is_missing(tmp_path, three_states):
    with pytest.raises(ImportRefused, match=r"covers less than May 2025: it lacks 2 places \(US-OH, US-TX\)"):
        imported(tmp_path / "state_M2026_dl.csv", CHANGED)
    assert Edition.objects.count() == 1
    assert imported(tmp_path / "state_M2026_dl.csv", CHANGED, partial=True).edition


def test_national_wages_come_in_a_file_of_their_own(tmp_path, three_states):
    assert imported(tmp_path / "national_M2026_dl.csv", SPECIALISTS).edition


def test_one_state_corrected_leaves_the_others_as_they_are(tmp_path, three_states):
    report = imported(tmp_path / "corrected_M_2025.csv", CHANGED)
    assert (report.changed, report.kept) == (1, 2)


def test_a_partial_release_is_not_what_the_next_one_is_held_against(tmp_path, three_states):
    imported(tmp_path / "state_M2026_dl.csv", CHANGED, partial=True)
    next_year = [SPECIALISTS | state | {"A_MEDIAN": "50,270"} for state in (CALIFORNIA, TEXAS)]
    with pytest.raises(ImportRefused, match="covers less than May 2025"):
        imported(tmp_path / "state_M2027_dl.csv", *next_year)
