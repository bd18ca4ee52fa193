"""A release as it comes, comes again, comes in parts, is withdrawn and comes back."""

import pytest
from django.core.management import CommandError, call_command

from facts.actions import withdraw
from facts.models import Edition, Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from salaries.models import Wage
from tests.factories import CrosswalkFactory, OccupationFactory
from tests.faults import everything
from tests.salaries.importers.oews import CALIFORNIA, HOSPITALS, MANAGERS, SPECIALISTS, write_oews

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(tmp_path):
    """Imports rows as a file of this name; each time another file."""

    def import_rows(*rows, name="all_data_M_2024.csv", **how):
        return import_release("oews", write_oews(tmp_path / name, rows), **how)

    return import_rows


def medians():
    """What readers see: the median of each cell."""
    cells = Wage.objects.published().order_by("occupation__code", "place__code", "industry__code")
    return {
        f"{code} {place} {industry}": int(median)
        for code, place, industry, median in cells.values_list(
            "occupation__code", "place__code", "industry__code", "annual_median"
        )
    }


def median(amount, row=SPECIALISTS):
    return row | {"A_MEDIAN": amount}


# Once and again ------------------------------------------------------------------------------------------------------


def test_an_import_makes_an_edition_and_keeps_its_report(imported):
    report = imported(SPECIALISTS, MANAGERS)
    edition = Edition.objects.get()
    assert (report.read, report.created, report.edition) == (2, 2, edition.number)
    assert edition.reason == (
        "Imported Occupational Employment and Wage Statistics, May 2024: 2 new, 0 changed, 0 gone."
    )
    change = edition.changes.get()
    assert (change.kind, change.model, change.rows) == ("created", "facts.release", 2)
    [kept] = Release.objects.get().report["files"]
    assert (kept["file"], kept["read"], kept["created"], kept["rejected"]) == ("all_data_M_2024.csv", 2, 2, 0)


def test_the_same_file_twice_writes_nothing(imported):
    imported(SPECIALISTS, MANAGERS)
    before = everything()
    assert imported(SPECIALISTS, MANAGERS).already_here
    assert everything() == before


def test_the_same_figures_in_another_file_write_nothing(imported):
    imported(SPECIALISTS, MANAGERS)
    before = everything()
    report = imported(MANAGERS, SPECIALISTS)
    assert (report.unchanged, report.edition) == (2, None)
    assert everything() == before


def test_a_corrected_file_changes_what_it_corrects(imported):
    imported(SPECIALISTS, MANAGERS)
    standing = Release.objects.get()
    report = imported(median("50,260"), MANAGERS)
    assert (report.created, report.changed, report.unchanged) == (0, 1, 1)
    assert medians() == {"11-9111 US 000000": 50_250, "29-2072 US 000000": 50_260}
    release = Release.objects.get()
    assert (release.slug, release.state) == (standing.slug, "ready")
    assert Edition.objects.order_by("-number").first().changes.get().kind == "changed"


def test_the_file_before_a_correction_can_be_imported_again(imported):
    imported(SPECIALISTS, MANAGERS)
    imported(median("50,260"), MANAGERS)
    assert imported(SPECIALISTS, MANAGERS).changed == 1
    assert medians()["29-2072 US 000000"] == 50_250


def test_a_row_that_a_corrected_file_has_no_more_is_gone(imported):
    imported(SPECIALISTS, MANAGERS)
    report = imported(MANAGERS)
    assert (report.unchanged, report.vanished_rows) == (1, 1)
    assert medians() == {"11-9111 US 000000": 50_250}


def test_what_an_editor_wrote_on_a_release_and_its_history_stay(imported):
    imported(SPECIALISTS)
    release = Release.objects.get()
    release.note = "The survey changed its method."
    release.save()
    imported(median("50,260"))
    release = Release.objects.get()
    assert release.note == "The survey changed its method."
    assert release.history.count() == 3
    release.save()


# In parts ------------------------------------------------------------------------------------------------------------


def test_a_second_file_of_a_month_adds_to_its_release(imported):
    imported(SPECIALISTS, MANAGERS, name="national_M2024_dl.csv")
    report = imported(SPECIALISTS | CALIFORNIA, name="state_M2024_dl.csv")
    assert (report.created, report.vanished_rows, report.kept) == (1, 0, 2)
    assert set(medians()) == {"11-9111 US 000000", "29-2072 US 000000", "29-2072 US-CA 000000"}
    release = Release.objects.get()
    assert [file["file"] for file in release.report["files"]] == ["national_M2024_dl.csv", "state_M2024_dl.csv"]
    assert imported(SPECIALISTS, MANAGERS, name="national_M2024_dl.csv").already_here


def test_a_file_speaks_only_for_the_places_and_industries_that_it_has(imported):
    imported(SPECIALISTS, MANAGERS, SPECIALISTS | CALIFORNIA, SPECIALISTS | HOSPITALS)
    imported(median("50,260"), name="national_M2024_dl.csv")
    assert medians() == {
        "29-2072 US 000000": 50_260,
        "29-2072 US 622000": 50_250,
        "29-2072 US-CA 000000": 50_250,
    }


def test_the_file_of_all_data_speaks_for_all_that_it_has(imported):
    imported(SPECIALISTS, name="national_M2024_dl.csv")
    report = imported(median("50,260"), SPECIALISTS | CALIFORNIA)
    assert (report.created, report.changed, report.kept) == (1, 1, 0)


# What would change ---------------------------------------------------------------------------------------------------


def test_a_trial_tells_what_would_change_and_changes_nothing(imported):
    older, newer = OccupationFactory(scheme="soc-2018", code="29-2071"), OccupationFactory(code="29-9021")
    CrosswalkFactory(from_occupation=older, to_occupation=newer)
    imported(SPECIALISTS, SPECIALISTS | {"OCC_CODE": "29-2071"}, name="national_M2023_dl.csv")
    before = everything()
    rows = [median("60,300") | {"A_MEAN": "61,116", "TOT_EMP": "**"}, SPECIALISTS | {"OCC_CODE": "29-9021"}]
    report = imported(*rows, dry_run=True)
    assert everything() == before
    assert (report.created, report.edition) == (2, None)
    [beside] = report.beside
    assert beside.release == "May 2023"
    assert (beside.appeared, beside.vanished, beside.split) == (["29-9021"], ["29-2071"], ["29-2071 went to 29-9021"])
    moves = {move.field: move for move in beside.moves}
    assert set(moves) == {"annual_median", "annual_mean"}
    assert (moves["annual_median"].figures, round(moves["annual_median"].largest, 4)) == (1, 0.2)
    assert moves["annual_median"].largest_at == "29-2072, US, 000000"
    assert (moves["annual_mean"].before, moves["annual_mean"].after) == ("55,560", "61,116")


# Withdrawn and back --------------------------------------------------------------------------------------------------


def test_a_withdrawn_release_is_out_of_sight_until_it_is_brought_back(imported, client):
    imported(SPECIALISTS)
    call_command("withdraw_release", "bls-oews", "may-2024", because="The publisher took it back.")
    assert medians() == {}
    page = client.get("/sources/bls-oews/may-2024/")
    assert "The publisher took it back." in page.content.decode()
    call_command("withdraw_release", "bls-oews", "may-2024", restore=True)
    assert medians() == {"29-2072 US 000000": 50_250}
    assert [edition.reason for edition in Edition.objects.order_by("number")][1:] == [
        "Withdrew US Bureau of Labor Statistics, May 2024: The publisher took it back.",
        "Brought US Bureau of Labor Statistics, May 2024 back.",
    ]


@pytest.mark.parametrize(
    ("arguments", "options", "said"),
    [
        (("bls-oews", "may-2020"), {"because": "Wrong."}, "There is no release may-2020 of bls-oews"),
        (("bls-oews", "may-2024"), {"because": " "}, "Say why the release is withdrawn"),
        (("bls-oews", "may-2024"), {"restore": True}, "is not withdrawn but ready"),
    ],
)
def test_a_withdrawal_that_makes_no_sense_is_said_to_be(imported, arguments, options, said):
    imported(SPECIALISTS)
    with pytest.raises(CommandError, match=said):
        call_command("withdraw_release", *arguments, **options)
    assert medians()


def test_the_file_of_a_withdrawn_release_is_not_imported_again(imported):
    imported(SPECIALISTS)
    withdraw(Release.objects.get(), because="The file was damaged.")
    with pytest.raises(ImportRefused, match="which was withdrawn and can be brought back: The file was damaged."):
        imported(SPECIALISTS)


def test_another_file_takes_the_place_of_a_withdrawn_release(imported):
    imported(SPECIALISTS, MANAGERS | CALIFORNIA)
    withdraw(Release.objects.get(), because="The file was damaged.")
    report = imported(median("50,260"))
    assert (report.created, report.kept) == (1, 0)
    assert medians() == {"29-2072 US 000000": 50_260}
    assert Release.objects.get().withdrawn_because == ""
