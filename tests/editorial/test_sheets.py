"""Lists go out as sheets and come in again: nothing is lost, nothing is run, nothing is done unseen."""

import csv
import io
import zipfile
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from careers.models import Point, Rung, Skill
from editorial.models import Draft
from editorial.sheets.cells import guarded, unguarded
from education.models import Path
from facts.models import Correction, Edition
from salaries.models import Salary
from tests.editorial.drafts import hand_in, only_draft, publish
from tests.editorial.forms import filled_in, save
from tests.factories import (
    CareerFactory,
    CredentialFactory,
    LadderFactory,
    OccupationMatchFactory,
    PathFactory,
    PointFactory,
    SalaryFactory,
    SkillFactory,
    SourceFactory,
)


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def exported(client, model, **asked) -> list[dict]:
    """The list as CSV, its rows by column."""
    answer = client.get(address(model, "export", "csv"), asked)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def sheet_of(rows: list[dict], name="sheet.csv") -> SimpleUploadedFile:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else ["row", "version"])
    writer.writeheader()
    writer.writerows(rows)
    return SimpleUploadedFile(name, text.getvalue().encode())


def give(client, model, upload):
    """Give the sheet; what the page shows of it."""
    return client.post(address(model, "sheet"), {"sheet": upload})


def take(client, model, shown, **said):
    """Take over what the page showed."""
    return client.post(address(model, "sheet"), filled_in(shown, **said) | {"take": "yes"})


def problems(answer) -> str:
    rows = answer.context["rows"] or []
    return " ".join(
        [*map(str, answer.context["form"].errors.values()), *(word for row in rows for word in row.problems)]
    )


def kinds(answer) -> list[str]:
    return [row.kind for row in answer.context["rows"]]


@pytest.fixture
def salary(db):
    return SalaryFactory(by_level=True, note="=1+1", marks={"median": {"approximate": True}})


class TestOutAndIn:
    @pytest.mark.parametrize("form", ["csv", "xlsx"])
    @pytest.mark.parametrize(
        ("model", "make"),
        [
            (
                Salary,
                lambda: SalaryFactory(by_level=True, note="-5%\n@home", marks={"low": {"approximate": True}}, low=1),
            ),
            (Path, lambda: PathFactory(credentials=CredentialFactory.create_batch(2))),
            (Rung, lambda: LadderFactory(rungs=3).rungs.first()),
            (Point, lambda: PointFactory(label="'=x", text="Two\n\nparagraphs, “quoted”; and more")),
            (Skill, SkillFactory),
        ],
    )
    def test_unedited_it_changes_nothing(self, desk, model, make, form):
        make()
        file = desk.get(address(model, "export", form))
        answer = give(desk, model, SimpleUploadedFile(f"sheet.{form}", file.content))
        assert problems(answer) == ""
        assert set(kinds(answer)) == {"same"}
        assert not Edition.objects.exists()

    def test_what_is_edited_is_shown_and_then_published(self, desk, salary):
        (row,) = exported(desk, Salary)
        shown = give(desk, Salary, sheet_of([row | {"median": "39000", "note": "Seen today."}]))
        (taken,) = shown.context["rows"]
        assert set(taken.differences) == {
            ("median", "$38,000 a year", "$39,000 a year"),
            ("note", "=1+1", "Seen today."),
        }
        assert Salary.objects.get().median == 38_000
        answer = take(desk, Salary, shown, why="A sheet.", correction_kind="correction", cause="Mistyped.")
        assert answer.status_code == 302
        assert (Salary.objects.get().median, Salary.objects.get().note) == (39_000, "Seen today.")
        assert Edition.objects.get().reason == "A sheet."
        assert Correction.objects.get().cause == "Mistyped."
        assert salary.history.latest().history_change_reason == "A sheet."

    def test_a_row_may_be_new(self, desk):
        career, source = CareerFactory(), SourceFactory()
        new = {
            "row": "",
            "version": "",
            "career": career.slug,
            "source": source.slug,
            "locator": "Pros",
            "position": "1",
        }
        shown = give(desk, Point, sheet_of([new | {"side": "pro", "label": "Calm", "text": "It is."}]))
        assert kinds(shown) == ["new"], problems(shown)
        assert not Point.objects.exists()
        take(desk, Point, shown)
        assert (Point.objects.get().career, Point.objects.get().label) == (career, "Calm")

    def test_rows_and_columns_that_are_left_out_stay(self, desk, salary):
        other = SalaryFactory()
        row = next(row for row in exported(desk, Salary) if row["row"] == salary.key)
        shown = give(desk, Salary, sheet_of([{name: row[name] for name in ("row", "version")} | {"median": "39000"}]))
        take(desk, Salary, shown)
        salary.refresh_from_db()
        other.refresh_from_db()
        assert (salary.median, salary.note, other.version) == (39_000, "=1+1", 1)

    def test_it_is_the_list_as_it_is_filtered(self, desk, salary):
        SalaryFactory()
        rows = exported(desk, Salary, career__id__exact=salary.career.pk)
        assert [row["row"] for row in rows] == [salary.key]

    def test_a_workbook_holds_texts_and_no_formulas(self, desk, salary):
        file = desk.get(address(Salary, "export", "xlsx")).content
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            assert b"<f" not in archive.read("xl/worksheets/sheet1.xml").replace(b"<family", b"")
        header, row = CalamineWorkbook.from_filelike(io.BytesIO(file)).get_sheet_by_index(0).to_python()
        assert dict(zip(header, row, strict=True))["note"] == "=1+1"

    def test_numbers_of_a_spreadsheet_are_numbers(self, desk, salary):
        (row,) = exported(desk, Salary)
        file = io.BytesIO()
        with Workbook(file, {"in_memory": True}) as workbook:
            sheet = workbook.add_worksheet()
            sheet.write_row(0, 0, ["row", "version", "median"])
            sheet.write_row(1, 0, [row["row"], 1, 39_000.5])
        shown = give(desk, Salary, SimpleUploadedFile("sheet.xlsx", file.getvalue()))
        assert shown.context["rows"][0].differences == [("median", "$38,000 a year", "$39,000.50 a year")]


class TestNothingIsLost:
    def test_what_somebody_else_saved_since_is_shown_with_what_was_there(self, desk, bens_desk, salary):
        (row,) = exported(desk, Salary)
        save(bens_desk, salary, median="45000")
        answer = give(desk, Salary, sheet_of([row | {"median": "39000"}]))
        assert kinds(answer) == ["refused"]
        assert "They saved here: “$45,000 a year”. Before, it said: “$38,000 a year”." in problems(answer)

    def test_an_old_sheet_in_which_nothing_was_edited_takes_nothing_back(self, desk, bens_desk, salary):
        (row,) = exported(desk, Salary)
        save(bens_desk, salary, median="45000")
        assert kinds(give(desk, Salary, sheet_of([row]))) == ["same"]

    def test_a_save_between_looking_and_taking_over_is_not_overwritten(self, desk, bens_desk, salary):
        (row,) = exported(desk, Salary)
        shown = give(desk, Salary, sheet_of([row | {"median": "39000"}]))
        save(bens_desk, salary, median="45000")
        answer = take(desk, Salary, shown, why="A sheet.")
        assert answer.status_code == 200
        assert "They saved here" in problems(answer)
        assert "You had written: “A sheet.”" in answer.content.decode()
        assert Salary.objects.get().median == 45_000

    def test_one_row_that_is_refused_keeps_all_of_them_out(self, desk, salary):
        SalaryFactory()
        rows = exported(desk, Salary)
        for row in rows:
            row["median"] = "39000"
        rows[1]["low"], rows[1]["high"] = "90000", "80000"
        shown = give(desk, Salary, sheet_of(rows))
        assert sorted(kinds(shown)) == ["changed", "refused"]
        assert 'name="take"' not in shown.content.decode()
        text = io.StringIO()
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        desk.post(address(Salary, "sheet"), {"take": "yes", "kept": text.getvalue()})
        assert not Salary.objects.filter(median=39_000).exists()
        assert not Edition.objects.exists()

    def test_under_review_it_is_a_proposal(self, desk, bens_desk, salary, review):
        (row,) = exported(desk, Salary)
        shown = give(desk, Salary, sheet_of([row | {"median": "39000"}]))
        assert not Draft.objects.exists()
        take(desk, Salary, shown)
        assert Salary.objects.get().median == 38_000
        assert exported(desk, Salary)[0]["median"] == "39000"
        assert exported(bens_desk, Salary)[0]["median"] == "38000"
        hand_in(desk, only_draft())
        publish(bens_desk, only_draft())
        assert Salary.objects.get().median == 39_000


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    return file.getvalue()


def with_a_formula() -> bytes:
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["row", "version"])
        sheet.write_formula(1, 0, "=1+1")
    return file.getvalue()


class TestSheetsOfOtherCountries:
    """As Excel writes them where a comma stands before the decimals."""

    @pytest.mark.parametrize(
        ("delimiter", "encoding", "first"),
        [
            (";", "cp1252", ""),
            (";", "utf-8-sig", ""),
            ("\t", "utf-16", ""),
            (";", "utf-8", "sep=;\r\n"),
            ("\t", "utf-8", ""),
        ],
    )
    def test_semicolons_and_tabs_are_read_as_commas(self, desk, salary, delimiter, encoding, first):
        (row,) = exported(desk, Salary)
        text = io.StringIO()
        writer = csv.DictWriter(text, list(row), delimiter=delimiter)
        writer.writeheader()
        writer.writerow(row | {"median": "39.000,50", "note": "Müller; Söhne, “Küche”"})
        upload = SimpleUploadedFile("sheet.csv", (first + text.getvalue()).encode(encoding))
        shown = give(desk, Salary, upload)
        assert (problems(shown), kinds(shown)) == ("", ["changed"])
        take(desk, Salary, shown)
        changed = Salary.objects.get()
        assert (changed.median, changed.note) == (Decimal("39000.50"), "Müller; Söhne, “Küche”")

    def test_dates_with_points_and_other_words_for_yes_are_read(self, desk, salary):
        (row,) = exported(desk, Salary)
        dates = {"reference_start": "01.05.2023", "reference_end": "5/31/2023"}
        shown = give(desk, Salary, sheet_of([row | dates]))
        take(desk, Salary, shown)
        changed = Salary.objects.get()
        assert (str(changed.reference_start), str(changed.reference_end)) == ("2023-05-01", "2023-05-31")

    @pytest.mark.parametrize(
        ("cells", "words"),
        [
            ({"median": "39,000"}, "median: “39,000” can be read in two ways. Write 39000 or 39.000."),
            ({"reference_start": "05/06/2023"}, "reference_start: “05/06/2023” can be read in two ways."),
            ({"reference_start": "31.02.2023"}, "reference_start: Enter a valid date"),
        ],
    )
    def test_what_can_be_read_in_two_ways_is_refused_in_words(self, desk, salary, cells, words):
        (row,) = exported(desk, Salary)
        answer = give(desk, Salary, sheet_of([row | cells]))
        assert kinds(answer) == ["refused"]
        assert words in problems(answer)


class TestBadSheets:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("sheet.ods", b"x", "CSV file or an .xlsx"),
            ("sheet.csv", b"", "empty"),
            ("sheet.csv", b"a,b\n1,2\n", "no column &#x27;a&#x27;, &#x27;b&#x27; here"),
            ("sheet.csv", b"row,version,median,median\n", "there twice"),
            ("sheet.csv", b"row,median\nx,1\n", "version&#x27; is missing"),
            ("sheet.csv", b"version,median\n1,1\n", "row&#x27; is missing"),
            ("sheet.csv", b"row,version\na,1\na,1\n", "more than once: a"),
            ("sheet.csv", b"row,version\na,1,2\n", "more cells than there are columns"),
            ("sheet.csv", b"row,version\n" + b"\0" * 40, "no text file"),
            ("sheet.csv", b'row,version\n"' + b"x" * 200_000, "broken"),
            ("sheet.csv", b"row,version\n" + b"a,1\n" * 3_000, "more than 2,000 rows"),
            ("sheet.csv", b"x" * 1_100_000, "more than 1 MB"),
            ("sheet.csv", b'row;version\n"' + b"x" * 200_000, "broken"),
            ("sheet.xlsx", b"PK not a workbook", "no whole zip file"),
            ("sheet.xlsx", bomb(), "unpacks to more than"),
            ("sheet.xlsx", with_a_formula(), "has formulas"),
        ],
        ids=lambda given: given if isinstance(given, str) else "",  # a workbook holds the second it was made in
    )
    def test_are_refused_in_words(self, desk, salary, name, content, words):
        answer = give(desk, Salary, SimpleUploadedFile(name, content))
        assert answer.status_code == 200
        assert words in problems(answer)

    @pytest.mark.parametrize(
        ("cells", "words"),
        [
            ({"median": "a lot"}, "median: Enter a number"),
            ({"career": "nobody"}, "career: There is no “nobody” here"),
            ({"currency": "US dollars"}, "currency"),
            ({"reference_start": "May"}, "reference_start: Enter a valid date"),
            ({"marks": "median"}, "marks"),
            ({"row": "none"}, "no row “none” any more"),
            ({"key": "another"}, "key never changes"),
            ({"version": "x"}, "Nothing was saved"),
            ({"version": "99"}, "Nothing was saved"),
            ({"low": "9", "high": "8"}, "low"),
        ],
    )
    def test_wrong_cells_are_told_by_row_and_column(self, desk, salary, cells, words):
        (row,) = exported(desk, Salary)
        answer = give(desk, Salary, sheet_of([row | {"median": "39000"} | cells]))
        assert kinds(answer) == ["refused"]
        assert words.lower() in problems(answer).lower()

    def test_no_file_is_asked_for(self, desk, salary):
        assert "required" in problems(desk.post(address(Salary, "sheet"), {}))

    def test_what_is_taken_over_is_read_as_carefully(self, desk, salary):
        for kept in ("", "x", "row,version\n\0"):
            answer = desk.post(address(Salary, "sheet"), {"take": "yes", "kept": kept})
            assert answer.status_code == 302
        assert not Edition.objects.exists()

    def test_who_may_not_change_rows_gives_no_sheet(self, client, admin_user, salary):
        assert client.get(address(Salary, "sheet")).status_code == 302
        assert client.get(address(Salary, "export", "csv")).status_code == 302


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20))
def test_whatever_a_text_begins_with_is_read_as_it_was_and_never_run(text):
    kept = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    assert unguarded(guarded(kept)) == kept
    if not guarded(kept).startswith("'"):
        assert not kept.startswith(("=", "@", "\t")) or kept == ""


def test_every_list_has_the_way_out_and_in(desk, salary, django_assert_max_num_queries):
    OccupationMatchFactory()
    page = desk.get(address(Salary, "changelist")).content.decode()
    assert address(Salary, "export", "xlsx") in page
    assert address(Salary, "sheet") in page
    SalaryFactory.create_batch(5, by_level=True)
    with django_assert_max_num_queries(20):
        exported(desk, Salary)
