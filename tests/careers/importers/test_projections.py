"""Table 1.2 of the projections becomes outlooks, whatever the year's layout."""

from decimal import Decimal

import pytest

from careers.importers.projections.header import Window, window_in, with_one_header
from careers.models import Occupation, Outlook, TypicalEntry
from facts.models import Edition, Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.rows import Rows
from ingest.releases.run import import_release
from tests.tables import cells, write_table
from tests.workbooks import write_workbook

pytestmark = pytest.mark.django_db

HEADER = [
    "2024 National Employment Matrix title",
    "2024 National Employment Matrix code",
    "Occupation type",
    "Employment, 2024",
    "Employment, 2034",
    "Employment change, numeric, 2024–34",
    "Employment change, percent, 2024–34",
    "Occupational openings, 2024–34 annual average",
    "Typical education needed for entry",
    "Work experience in a related occupation",
    "Typical on-the-job training needed to attain competency in the occupation",
]
TITLE = ["Table 1.2 Occupational projections, 2024–2034, and worker characteristics, 2024 (Numbers in thousands)"]
NEED = "Postsecondary nondegree award"
ROWS = [
    TITLE,
    HEADER,
    cells("Total, all occupations | 00-0000 | Summary | 169956.1 | 175167.9 | 5211.8 | 3.1 | 18863.3 | — | — | —"),
    cells(f"  Medical records specialists|29-2072|Line item|194.8|208.6|13.8|7.1|14.2|{NEED}|None|None"),
    cells("    Legislators | 11-1031 | Line item | 27.7 | 28.6 | 0.9 | 3.4 | — | Bachelor's degree | — | None"),
    cells("    Medical transcriptionists | 31-9094 | Line item | 43.9 | 41.8 | -2.2 | -4.9 | 7.4 | — | — | —"),
    ["Footnotes:"],
    ['Note: Data is unavailable for values denoted with a "—".'],
]


def workbook(tmp_path, rows=ROWS):
    return write_workbook(tmp_path / "occupation.xlsx", {"Index": [["Contents"]], "Table 1.2": rows})


def outlook(code):
    return Outlook.objects.get(occupation__code=code)


class TestTheTable:
    @pytest.fixture(autouse=True)
    def report(self, tmp_path, db):
        return import_release("projections", workbook(tmp_path))

    def test_accounts_for_every_row(self, report):
        assert (report.read, report.created, report.rejected) == (6, 4, 2)
        assert report.accounts_for_all
        assert report.reasons == {"a note, no occupation": 2}

    def test_keeps_all_occupations_together_as_a_total(self):
        assert outlook("00-0000").growth_percent == Decimal("3.1")
        assert Occupation.objects.get(code="00-0000").level == "total"

    def test_takes_thousands_as_jobs(self):
        found = outlook("29-2072")
        assert (found.employment_start, found.employment_end) == (194_800, 208_600)
        assert (found.openings_per_year, found.employment_change) == (14_200, 13_800)
        assert outlook("31-9094").employment_change == -2_200

    def test_takes_growth_as_printed(self):
        assert outlook("29-2072").growth_percent == Decimal("7.1")
        assert outlook("31-9094").growth_percent == Decimal("-4.9")

    def test_keeps_what_is_printed(self):
        assert outlook("29-2072").as_printed == "194.8 | 208.6 | 7.1 | 14.2 | 13.8"
        assert outlook("11-1031").as_printed == "27.7 | 28.6 | 3.4 | — | 0.9"

    def test_marks_a_dash_as_not_published(self):
        found = outlook("11-1031")
        assert found.openings_per_year is None
        assert found.marks == {"openings_per_year": {"not_published": True}}
        assert outlook("29-2072").marks == {}

    def test_gives_each_a_permanent_address(self):
        assert outlook("29-2072").key == "bls-ep-2024-34-29-2072"
        assert outlook("29-2072").locator == "Table 1.2, row 29-2072"

    def test_is_a_release_of_its_window(self):
        release = Release.objects.get(slug="2024-34")
        assert release.label == "2024–34"
        assert (release.period_start.year, release.period_end.year) == (2024, 2034)
        assert (outlook("29-2072").start_year, outlook("29-2072").end_year) == (2024, 2034)

    def test_yields_figures_of_the_record(self):
        [growth, openings, *_] = outlook("29-2072").figures()
        assert growth.value_text == "+7.1%"
        assert openings.value_text == "14,200"
        assert growth.standing == "record"

    def test_makes_occupations_that_are_not_there(self):
        made = Occupation.objects.get(code="29-2072")
        assert (made.scheme, made.title, made.level) == ("soc-2018", "Medical records specialists", "detailed")

    def test_says_what_one_needs_to_enter(self):
        entry = TypicalEntry.objects.get(occupation__code="29-2072")
        assert (entry.education, entry.experience, entry.training) == (NEED, "None", "None")

    def test_says_nothing_where_it_has_dashes(self):
        assert not TypicalEntry.objects.filter(occupation__code="31-9094").exists()
        assert TypicalEntry.objects.get(occupation__code="11-1031").experience == ""

    def test_twice_writes_nothing(self, tmp_path):
        editions = Edition.objects.count()
        assert import_release("projections", workbook(tmp_path)).already_here
        assert Edition.objects.count() == editions

    def test_in_another_file_writes_nothing_either(self, tmp_path):
        editions = Edition.objects.count()
        report = import_release("projections", write_table(tmp_path / "occupation.csv", ROWS))
        assert (report.created, report.changed, report.unchanged, report.rejected) == (0, 0, 4, 2)
        assert report.edition is None
        assert Edition.objects.count() == editions

    def test_corrected_changes_what_differs(self, tmp_path):
        rows = [row if row[1:2] != ["29-2072"] else [*row[:6], 7.2, *row[7:]] for row in ROWS]
        report = import_release("projections", workbook(tmp_path, rows))
        assert (report.changed, report.unchanged) == (1, 3)
        assert outlook("29-2072").growth_percent == Decimal("7.2")
        assert outlook("29-2072").key == "bls-ep-2024-34-29-2072"

    def test_corrected_in_what_one_needs_is_an_edition_too(self, tmp_path):
        rows = [row if row[1:2] != ["29-2072"] else [*row[:8], "Associate's degree", *row[9:]] for row in ROWS]
        report = import_release("projections", workbook(tmp_path, rows))
        assert (report.changed, report.unchanged, report.further) == (0, 4, 1)
        assert report.edition
        assert TypicalEntry.objects.published().get(occupation__code="29-2072").education == "Associate's degree"


class TestOlderLayouts:
    """Header cells joined over two rows, another classification, openings of ten years in place of one."""

    TITLES = "2014 National Employment Matrix title and code"
    OPENINGS = "Job openings due to growth and replacement needs, 2014-24(1)"
    ROWS = [
        ["Table 1.2 Employment by detailed occupation, 2014 and projected 2024"],
        ["(Numbers in thousands)"],
        [
            TITLES,
            "",
            "Occupation type",
            "Employment",
            "",
            "Change, 2014-24",
            "",
            OPENINGS,
            "Typical education needed for entry",
        ],
        ["", "", "", 2014, 2024, "Number", "Percent", "", ""],
        cells("Total, all occupations | 00-0000 | Summary | 150,539.9 | 160,328.8 | 9,788.9 | 6.5 | 46,506.9 | —"),
        cells("  Managers | 11-9111 | Line item | 333.0 | 389.3 | 56.3 | 17 | 140.5 | Bachelor's degree"),
        cells(f"  Technicians | 29‑2071 | Line item | 188.6 | 217.6 | 29.0 | 15 | 72.5 | {NEED}"),
        ["(1) Represents estimated job openings due to growth and replacement needs."],
    ]

    @pytest.fixture(autouse=True)
    def report(self, tmp_path, db):
        return import_release("projections", write_workbook(tmp_path / "ep_table_102.xlsx", {"Table 1.2": self.ROWS}))

    def test_are_read_as_the_newer_ones(self, report):
        assert (report.read, report.created, report.rejected) == (4, 3, 1)
        assert outlook("29-2071").growth_percent == 15
        assert outlook("11-9111").growth_percent == 17
        assert outlook("29-2071").employment_end == 217_600

    def test_count_by_the_classification_of_their_time(self):
        assert set(Outlook.objects.values_list("occupation__scheme", flat=True)) == {"soc-2010"}

    def test_say_nothing_of_openings_a_year(self):
        found = outlook("29-2071")
        assert found.openings_per_year is None
        assert found.marks == {}
        assert found.as_printed == "188.6 | 217.6 | 15.0 | 29.0"

    def test_are_releases_of_their_window(self):
        assert Release.objects.get().label == "2014–24"


class TestAHeaderOfThreeRows:
    """The window 2016-26: numbers and shares side by side; what it takes to enter stands in table 1.7."""

    TITLE = ["Table 1.2 Employment by detailed occupation, 2016 and projected 2026\n(Numbers in thousands)"]
    NAMES = ["2016 National Employment Matrix title and code", "", "Occupation type", "Employment", "", "", ""]
    NAMES += ["Change, 2016-26", "", "Occupational openings, 2016-26 annual average"]
    TABLE = [
        TITLE,
        NAMES,
        ["", "", "", "Number", "", "Percent distribution", "", "", "", ""],
        ["", "", "", 2016.0, 2026.0, 2016.0, 2026.0, "Number", "Percent", ""],
        cells("Total, all occupations | 00-0000 | Summary | 156063.8 | 167582.3 | 100 | 100 | 11518.6 | 7.4 | 18742"),
        cells("Medical technicians | 29-2071 | Line item | 206.3 | 233.6 | 0.1 | 0.1 | 27.3 | 13.3 | 15.5"),
    ]
    FULLER = [
        ["Table 1.7 Occupational projections, 2016-26, and worker characteristics, 2016"],
        [*NAMES[:4], "", "Employment Change, 2016-26", "", NAMES[-1], "Typical education needed for entry"],
        ["", "", "", 2016.0, 2026.0, "Number", "Percent", "", ""],
        cells(f"Medical technicians | 29-2071 | Line item | 206.3 | 233.6 | 27.3 | 13.3 | 15.5 | {NEED}"),
    ]

    def test_is_read(self, tmp_path):
        report = import_release("projections", write_workbook(tmp_path / "occupation.xlsx", {"Table 1.2": self.TABLE}))
        assert (report.read, report.created, report.release) == (2, 2, "2016–26")
        found = outlook("29-2071")
        assert (found.employment_start, found.employment_end, found.openings_per_year) == (206_300, 233_600, 15_500)
        assert (found.growth_percent, found.occupation.scheme) == (Decimal("13.3"), "soc-2010")

    def test_gives_way_to_the_table_that_has_the_education_too(self, tmp_path):
        sheets = {"Index": [["Contents"]], "Table 1.2": self.TABLE, "Table 1.7": self.FULLER}
        import_release("projections", write_workbook(tmp_path / "occupation.xlsx", sheets))
        assert outlook("29-2071").locator == "Table 1.7, row 29-2071"
        assert outlook("29-2071").openings_per_year == 15_500
        assert TypicalEntry.objects.get().education == NEED


def test_a_header_of_one_row_with_a_joined_cell_is_found(tmp_path):
    header = [
        *(
            "2018 National Employment Matrix title and code",
            "",
            "Occupation type",
            "Employment, 2018",
            "Employment, 2028",
        ),
        *("Employment change, percent, 2018-28", "Occupational openings, 2018-28 annual average"),
    ]
    row = ["        Medical records specialists", "29-2071", "Line item", 215.5, 239.1, 10.9, 14.8]
    path = write_table(tmp_path / "occupation.csv", [["Table 1.2, 2018 and projected 2028"], header, row])
    assert import_release("projections", path).created == 1
    assert outlook("29-2071").openings_per_year == 14_800
    assert outlook("29-2071").occupation.scheme == "soc-2010"


class TestRefusals:
    @pytest.mark.parametrize(
        ("label", "reason"), [("2014-24", "is of 2024–34, not of 2014-24"), ("the newest", "not of the newest")]
    )
    def test_a_file_of_another_window(self, tmp_path, label, reason):
        with pytest.raises(ImportRefused, match=reason):
            import_release("projections", workbook(tmp_path), label=label)

    def test_a_workbook_without_the_table(self, tmp_path):
        with pytest.raises(ImportRefused, match="no sheet of the kind"):
            import_release("projections", write_workbook(tmp_path / "occupation.xlsx", {"Table 1.1": ROWS}))

    def test_a_table_without_its_columns(self, tmp_path):
        rows = [TITLE, HEADER[:6], *[row[:6] for row in ROWS[2:]]]
        with pytest.raises(ImportRefused, match="missing: .*employment change, percent"):
            import_release("projections", workbook(tmp_path, rows))
        assert not Release.objects.exists()

    def test_a_table_that_names_no_years(self, tmp_path):
        with pytest.raises(ImportRefused, match="does not say from which year"):
            import_release("projections", write_table(tmp_path / "occupation.csv", [["Occupations"], ["29-2072"]]))

    @pytest.mark.parametrize(
        ("cell", "place", "reason"),
        [
            ("29-207", 1, "is not a code of the National Employment Matrix"),
            ("Sub item", 2, "is not an occupation type"),
            ("many", 3, "is not a number"),
        ],
    )
    def test_a_row_that_makes_no_sense_is_left_out_with_its_reason(self, tmp_path, cell, place, reason):
        broken = [*ROWS[3][:place], cell, *ROWS[3][place + 1 :]]
        report = import_release("projections", workbook(tmp_path, [*ROWS[:3], broken, *ROWS[4:]]))
        assert report.created == 3
        assert any(reason in said for _, number, said in report.rejections if number == 4)

    def test_a_second_row_of_an_occupation_is_left_out(self, tmp_path):
        report = import_release("projections", workbook(tmp_path, [*ROWS, ROWS[3]]))
        assert report.created == 4
        assert report.accounts_for_all


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("Employment change, numeric, 2024–34", Window(2024, 2034)),
        ("2024–2034", Window(2024, 2034)),
        ("2014 and projected 2024", Window(2014, 2024)),
        ("1998-2008", Window(1998, 2008)),
        ("Table 1.2, May 2015", None),
    ],
)
def test_a_window_is_read_from_words(text, window):
    assert window_in(text) == window


def test_rows_keep_their_numbers_under_a_joined_header():
    rows = with_one_header(Rows("table", iter(TestOlderLayouts.ROWS)))
    numbers = {row[1]: rows.number for row in rows if len(row) > 1}
    assert numbers["11-9111"] == 6
