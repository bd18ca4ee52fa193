"""OEWS files of all years, as the record's wages."""

from decimal import Decimal

import pytest

from careers.models import Occupation
from facts.models import Industry, Place
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from salaries.models import Wage
from tests.salaries.importers.oews import ALL, FRESNO, HOSPITALS, MANAGERS, NATIONAL, SPECIALISTS, write_oews
from tests.tables import write_table
from tests.workbooks import write_workbook

pytestmark = pytest.mark.django_db


def wage_from(folder, name="all_data_M_2024.csv", columns=ALL, **changes):
    import_release("oews", write_oews(folder / name, [SPECIALISTS | changes], columns))
    return Wage.objects.published().get()


def rejected(folder, *rows):
    report = import_release("oews", write_oews(folder / "all_data_M_2024.csv", [MANAGERS, *rows]))
    assert report.accounts_for_all
    assert Wage.objects.published().count() == 1
    return report.rejections


# What is kept --------------------------------------------------------------------------------------------------------


def test_every_figure_of_a_row_is_kept(tmp_path):
    wage = wage_from(tmp_path)
    assert (wage.release.slug, wage.release.label) == ("may-2024", "May 2024")
    assert str(wage.figure("annual_median").period) == "May 2024"
    assert (wage.occupation.scheme, wage.occupation.code, wage.place.code) == ("soc-2018", "29-2072", "US")
    assert wage.industry.code == Industry.ALL
    assert (wage.employment, wage.employment_rse, wage.wage_rse) == (187_910, Decimal("1.2"), Decimal("0.4"))
    hourly = [getattr(wage, f"hourly_{name}") for name in ("mean", "p10", "p25", "median", "p75", "p90")]
    assert hourly == [Decimal(n) for n in ("26.71", "17.20", "19.10", "24.16", "30.80", "38.92")]
    annual = [getattr(wage, f"annual_{name}") for name in ("mean", "p10", "p25", "median", "p75", "p90")]
    assert annual == [55_560, 35_780, 39_730, 50_250, 64_070, 80_950]
    assert wage.marks == {}


LAYOUTS = {
    "national_M2024_dl.csv": {},
    "national_M2015_dl.csv": {"O_GROUP": "OCC_GROUP"},
    "national_may2003_dl.csv": {name: name.lower() for name in NATIONAL} | {"O_GROUP": "group"},
    "state_may2005_dl.csv": {"AREA_TITLE": "STATE", "PRIM_STATE": "ST", "AREA_TYPE": None, "O_GROUP": "GROUP"},
    "MSA_M2009_dl_1.csv": {"AREA_TITLE": "AREA_NAME", "AREA_TYPE": None, "O_GROUP": "GROUP"},
    "nat3d_M2012_dl.csv": {"A_PCT10": "A_WPCT10", "H_PCT10": "H_WPCT10", "OCC_TITLE": "OCC_TITL"},
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_headers_of_all_years_are_known(tmp_path, name):
    renamed = LAYOUTS[name]
    columns = [column for column in (NATIONAL if "national" in name else ALL) if renamed.get(column, "") is not None]
    rows = [[renamed.get(column, column) for column in columns], [MANAGERS[column] for column in columns]]
    import_release("oews", write_table(tmp_path / name, rows))
    wage = Wage.objects.published().get()
    assert (wage.annual_p10, wage.hourly_p10, wage.place.code) == (35_780, Decimal("17.20"), "US")
    assert wage.occupation.title == "Medical and Health Services Managers"


def test_a_workbook_is_read_past_its_notes(tmp_path):
    numbers = {"TOT_EMP": 187910.0, "A_MEDIAN": 50250.0, "H_MEDIAN": 24.16}
    rows = [ALL, [(SPECIALISTS | numbers)[column] for column in ALL]]
    sheets = {"Field Descriptions": [["May 2024 OEWS Estimates"]], "national_M2024_dl": rows, "Filler": []}
    import_release("oews", write_workbook(tmp_path / "national_M2024_dl.xlsx", sheets))
    wage = Wage.objects.published().get()
    assert (wage.employment, wage.annual_median, wage.hourly_median) == (187_910, 50_250, Decimal("24.16"))


@pytest.mark.parametrize(
    ("year", "scheme"),
    [
        ("may2003", "soc-2000"),
        ("M2009", "soc-2000"),
        ("M2010", "soc-2010"),
        ("M2018", "soc-2010"),
        ("M2019", "soc-2018"),
    ],
)
def test_a_release_counts_by_the_classification_of_its_year(tmp_path, year, scheme):
    wage = wage_from(tmp_path, f"national_{year}_dl.csv", NATIONAL, OCC_CODE="11-9111")
    assert wage.occupation.scheme == scheme


# Markers -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "bound", "words"),
    [
        (2007, 145_600, "$145,600 or more"),
        (2008, 166_400, "$166,400 or more"),
        (2010, 166_400, "$166,400 or more"),
        (2011, 187_200, "$187,200 or more"),
        (2015, 187_200, "$187,200 or more"),
        (2016, 208_000, "$208,000 or more"),
        (2021, 208_000, "$208,000 or more"),
        (2022, 239_200, "$239,200 or more"),
    ],
)
def test_a_top_code_is_the_bound_of_its_year(tmp_path, year, bound, words):
    wage = wage_from(tmp_path, f"national_M{year}_dl.csv", NATIONAL, OCC_CODE="11-1011", A_PCT90="#")
    assert (wage.annual_p90, wage.marks) == (bound, {"annual_p90": {"at_least": True}})
    assert wage.figure("annual_p90").value_text == words


def test_a_top_code_of_hourly_pay_is_by_the_hour(tmp_path):
    wage = wage_from(tmp_path, H_PCT90="#")
    assert (wage.hourly_p90, wage.marks) == (115, {"hourly_p90": {"at_least": True}})
    assert wage.figure("hourly_p90").value_text == "$115 or more"


def test_a_bound_is_no_lower_than_the_percentile_before(tmp_path):
    wage = wage_from(tmp_path, A_PCT75="384,800", A_PCT90="#")
    assert (wage.annual_p75, wage.annual_p90) == (384_800, 384_800)
    assert wage.figure("annual_p90").value_text == "$384,800 or more"


def test_what_is_not_there_is_marked_with_why(tmp_path):
    hourly = {name: "*" for name in NATIONAL if name.startswith("H_")}
    wage = wage_from(tmp_path, TOT_EMP="**", EMP_PRSE="**", ANNUAL="TRUE", **hourly)
    assert (wage.employment, wage.employment_rse, wage.hourly_median) == (None, None, None)
    assert wage.marks["employment"] == {"suppressed": True}
    assert wage.marks["hourly_median"] == {"not_published": True}
    assert wage.figure("employment").value_text == "not released"
    assert wage.figure("hourly_median").value_text == "not available"
    assert wage.annual_median == 50_250


def test_blank_pay_beside_the_flag_of_the_other_kind_is_not_published(tmp_path):
    annual = {name: "" for name in NATIONAL if name.startswith("A_")}
    wage = wage_from(tmp_path, HOURLY="TRUE", **annual)
    assert wage.marks["annual_mean"] == {"not_published": True}
    assert wage.hourly_mean == Decimal("26.71")


# Places, industries, occupations -------------------------------------------------------------------------------------


def test_areas_lie_in_their_states(tmp_path):
    rows = [SPECIALISTS | FRESNO, SPECIALISTS | {"AREA": "600003", "AREA_TYPE": "6", "PRIM_STATE": "CA"}]
    import_release("oews", write_oews(tmp_path / "MSA_M2024_dl.csv", rows))
    fresno, california = Place.objects.get(code="23420"), Place.objects.get(code="US-CA")
    assert (fresno.name, fresno.kind, fresno.parent) == ("Fresno, CA", "metro", california)
    assert (california.name, california.kind, california.parent.code) == ("California", "state", "US")
    assert Place.objects.get(code="600003").kind == "nonmetro"


def test_a_territory_is_a_place_like_a_state(tmp_path):
    wage = wage_from(tmp_path, AREA="72", AREA_TITLE="Puerto Rico", AREA_TYPE="3", PRIM_STATE="PR")
    assert (wage.place.code, wage.place.kind) == ("US-PR", "state")


def test_industries_have_one_code_however_they_are_written(tmp_path):
    sectors = [SPECIALISTS | {"NAICS": code, "I_GROUP": "sector"} for code in ("31-33", "11--12", "44--46", "99-100")]
    finer = [SPECIALISTS | {"NAICS": "6221"}, SPECIALISTS | HOSPITALS]
    import_release("oews", write_oews(tmp_path / "natsector_M2024_dl.csv", sectors + finer))
    codes = Industry.objects.values_list("code", flat=True)
    assert sorted(codes) == ["11", "31-33", "44-45", "622000", "622100", "99"]


def test_owners_of_one_kind_are_an_industry_of_their_own(tmp_path):
    local = SPECIALISTS | HOSPITALS | {"I_GROUP": "3-digit, ownership", "OWN_CODE": "3"}
    import_release("oews", write_oews(tmp_path / "nat3d_owner_M2024_dl.csv", [SPECIALISTS | HOSPITALS, local]))
    assert set(Industry.objects.values_list("code", flat=True)) == {"622000", "622000-3"}


def test_occupations_are_put_in_their_groups(tmp_path):
    groups = [("29-2072", "detailed"), ("29-0000", "major"), ("29-2070", "broad"), ("00-0000", "total")]
    rows = [SPECIALISTS | {"OCC_CODE": code, "OCC_TITLE": code, "O_GROUP": group} for code, group in groups]
    import_release("oews", write_oews(tmp_path / "all_data_M_2024.csv", rows))
    specialists = Occupation.objects.get(code="29-2072")
    assert (specialists.level, specialists.parent.code, specialists.parent.parent.code) == (
        "detailed",
        "29-2070",
        "29-0000",
    )
    assert Occupation.objects.get(code="00-0000").level == "total"


def test_a_code_that_stands_twice_is_one_detailed_occupation(tmp_path):
    twice = SPECIALISTS | {"OCC_CODE": "29-2010", "OCC_TITLE": "Clinical Laboratory Technologists*"}
    rows = [twice | {"O_GROUP": "broad"}, twice]
    report = import_release("oews", write_oews(tmp_path / "national_M2024_dl.csv", rows))
    assert report.reasons == {"the same again, with the same figures": 1}
    occupation = Occupation.objects.get()
    assert (occupation.level, occupation.title) == ("detailed", "Clinical Laboratory Technologists")


# Rows that are left out ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"A_MEDIAN": "-50,250"}, "A_MEDIAN: -50,250 is below 1"),
        ({"A_MEAN": "0"}, "A_MEAN: 0 is below 1"),
        ({"A_PCT90": "80,950,000"}, "A_PCT90: 80,950,000 is above 9,999,999"),
        ({"H_PCT90": "5000.01"}, "H_PCT90: 5,000.01 is above 5,000"),
        ({"H_MEDIAN": "NaN"}, "H_MEDIAN: “NaN” is not a number"),
        ({"H_MEDIAN": "24.165"}, "H_MEDIAN: 24.165 has more than 2 decimal places"),
        ({"TOT_EMP": "some"}, "TOT_EMP: “some” is not a number"),
        ({"TOT_EMP": "1,87,910"}, "TOT_EMP: “1,87,910” is not a number"),
        ({"OCC_CODE": "29-207"}, "OCC_CODE: “29-207” is not a SOC code"),
        ({"OCC_CODE": ""}, "OCC_CODE: is blank"),
        ({"O_GROUP": "tiny"}, "O_GROUP: “tiny” is not a level of the SOC"),
        ({"A_MEDIAN": "35,000"}, "percentiles not in order: 35780, 39730, 35000, 64070, 80950"),
        ({"H_PCT90": "*", "H_PCT75": "20.00"}, "percentiles not in order: 17.20, 19.10, 24.16, 20.00"),
        ({"AREA_TYPE": "9"}, "“9” is no type of area"),
        ({"AREA": "23420", "AREA_TYPE": "4", "PRIM_STATE": "XX"}, "the area 23420 is in no state that is known"),
        ({"NAICS": "hospitals"}, "NAICS: “hospitals” is not a NAICS code"),
    ],
)
def test_a_row_that_makes_no_sense_is_left_out_with_its_reason(tmp_path, changes, reason):
    assert rejected(tmp_path, SPECIALISTS | changes) == [("all_data_M_2024.csv", 3, reason)]


def test_pay_at_the_upper_bounds_is_kept(tmp_path):
    wage = wage_from(tmp_path, A_PCT90="9,999,999", H_PCT90="5000.00")
    assert (wage.annual_p90, wage.hourly_p90) == (9_999_999, 5_000)


def test_a_second_row_for_a_cell_is_left_out_and_told_apart(tmp_path):
    found = rejected(tmp_path, MANAGERS, MANAGERS | {"A_MEAN": "55,570"})
    assert found == [
        ("all_data_M_2024.csv", 3, "soc-2018/11-9111, US, 000000 again, with the same figures"),
        ("all_data_M_2024.csv", 4, "soc-2018/11-9111, US, 000000 again, with other figures"),
    ]


def test_a_row_that_is_too_short_is_left_out(tmp_path):
    path = write_oews(tmp_path / "national_M2024_dl.csv", [MANAGERS, SPECIALISTS])
    path.write_text(path.read_text()[:-20] + "\n")
    [(_, row, reason)] = import_release("oews", path).rejections
    assert (row, reason.startswith("has ")) == (3, True)


# Files that are refused ----------------------------------------------------------------------------------------------


def test_a_header_without_what_is_needed_names_it(tmp_path):
    path = write_oews(tmp_path / "national_M2024_dl.csv", [SPECIALISTS], [name for name in ALL if name != "A_MEDIAN"])
    with pytest.raises(ImportRefused, match="no header with the columns looked for; missing: “a_median”"):
        import_release("oews", path)


@pytest.mark.parametrize(
    ("name", "label", "said"),
    [
        ("national_M2023_dl.csv", "May 2024", "is for May 2023 by its name, not for May 2024"),
        ("national_dl.csv", None, "does not say which release it is"),
        ("national_dl.csv", "last year", "“last year” is no release"),
        ("oes02nat.csv", None, "no release for May 2002 that is read here"),
        ("national_M2015_dl.csv", None, "counts 29-2072, which only SOC 2018 has: it is not for May 2015"),
    ],
)
def test_a_file_of_another_time_is_refused(tmp_path, name, label, said):
    with pytest.raises(ImportRefused, match=said):
        import_release("oews", write_oews(tmp_path / name, [SPECIALISTS]), label=label)
    assert not Wage.objects.exists()
    assert not Occupation.everything.exists()


def test_a_sheet_of_another_year_is_refused(tmp_path):
    path = write_workbook(tmp_path / "national_M2024_dl.xlsx", {"national_M2023_dl": [ALL]})
    with pytest.raises(ImportRefused, match="holds “national_M2023_dl”, which is for May 2023 and not for May 2024"):
        import_release("oews", path)


def test_a_file_with_the_figures_of_another_release_is_refused(tmp_path):
    codes = [f"11-{code}" for code in range(1011, 1017)]
    rows = [MANAGERS | {"OCC_CODE": code} for code in codes]
    import_release("oews", write_oews(tmp_path / "national_M2023_dl.csv", rows))
    with pytest.raises(
        ImportRefused, match="not for May 2024: 6 of 6 rows that were looked at say just what May 2023 says"
    ):
        import_release("oews", write_oews(tmp_path / "national_dl.csv", rows), label="May 2024")
    assert Wage.objects.count() == 6
