"""All official figures that come with Rungs, as a fresh install loads them."""

import csv
import hashlib
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import Exists, OuterRef

from careers.models import Occupation, OccupationTitle, Outlook, Rating, RelatedOccupation, TypicalEntry
from config.settings import RECORD_DIR
from explore.jobs.listing import all_jobs
from explore.search import search
from explore.studies import read_exposure
from facts.models import Edition, Release
from money.models import PriceIndex
from salaries.models import Wage
from tests.stages import load_record

pytestmark = [pytest.mark.long, pytest.mark.django_db, pytest.mark.usefixtures("whole_record")]

BAKERS = "51-3011"  # in every version of the classification
LARGEST = 4_000_000  # bytes
CHECKSUMS = "SHA256SUMS"


def _counted_by_the_survey() -> set[str]:
    """The codes that the wage survey counts, a few of them of two occupations of the classification together."""
    [file] = (settings.BASE_DIR / "tests" / "record").glob("oews-*.csv")
    with file.open(newline="") as lines:
        return {row["OCC_CODE"] for row in csv.DictReader(lines)}


def test_nearly_every_occupation_has_pay_for_the_nation_and_a_state():
    wages = Wage.objects.published().filter(release__slug="may-2025", annual_mean__isnull=False)
    wages |= Wage.objects.published().filter(release__slug="may-2025", hourly_mean__isnull=False)
    nation, state = (
        set(wages.filter(place__kind=kind).values_list("occupation__code", flat=True)) for kind in ("country", "state")
    )
    assert len(_counted_by_the_survey() & nation & state) >= 825


def test_most_occupations_have_entry_outlook_skills_interests_relatives_and_titles():
    found = Occupation.objects.filter(scheme="soc-2018", level="detailed")
    outlooks = Outlook.objects.filter(growth_percent__isnull=False, openings_per_year__isnull=False)
    for rows in (TypicalEntry.objects.all(), outlooks):
        found = found.filter(Exists(rows.filter(occupation=OuterRef("pk"))))
    ratings = Rating.objects
    for rows in (ratings.skills(), ratings.interests(), RelatedOccupation.objects.all(), OccupationTitle.objects.all()):
        found = found.filter(Exists(rows.filter(occupation__parent=OuterRef("pk"))))
    assert found.count() >= 735


@pytest.mark.parametrize(
    ("query", "title"),
    [("barista", "Baristas"), ("reg nurse", "Registered Nurses"), ("help desk", "Help Desk Rep"), ("RHIT", "RHIT")],
)
def test_titles_that_people_use_are_found(query, title):
    assert title in {hit.title for hit in search(query).hits}


def test_pay_over_the_years_and_prices_are_there():
    years = Wage.objects.published().national().filter(occupation__code=BAKERS, annual_median__isnull=False)
    assert years.values("release").distinct().count() == 18
    assert PriceIndex.objects.filter(month__isnull=True).count() >= 110


@pytest.mark.parametrize(
    ("code", "by_people", "by_a_model", "by_use"),
    [
        ("23-2011", ["35th", "72nd", "89th"], ["79th", "80th", "72nd"], "13th"),
        ("29-1141", ["67th", "62nd", "60th"], ["27th", "47th", "51st"], "39th"),
        ("15-1252", ["35th", "72nd", "88th"], ["98th", "98th", "85th"], "83rd"),
        ("29-2072", ["75th", "87th", "92nd"], ["84th", "91st", "95th"], "81st"),
    ],
)
def test_where_jobs_stand_by_two_studies_of_ai(code, by_people, by_a_model, by_use):
    exposure = read_exposure(Occupation.objects.get(scheme="soc-2018", code=code))
    assert [rated.place for rated in exposure.main] == [*by_people, *by_a_model, by_use]
    assert [one.reason for one in exposure.unrated] == ["Felten, Raj and Seamans: not loaded on this site."]


def test_the_release_of_onet_is_partial_and_bears_its_credit():
    release = Release.objects.get(source__slug="onet")
    assert release.is_partial
    assert "O*NET 29.3 Database" in release.attribution
    assert not Occupation.objects.filter(scheme="onet-soc-2019").exclude(definition="").exists()


def test_every_row_is_accounted_for():
    for release in Release.objects.ready():
        for file in release.report["files"]:
            counts = [file[name] for name in ("created", "changed", "unchanged", "rejected")]
            assert file["read"] == sum(counts), file["file"]


def test_loaded_again_nothing_is_published():
    before = Edition.objects.count()
    load_record()
    assert Edition.objects.count() == before


def test_it_is_small_and_its_checksums_hold():
    files = [path for path in RECORD_DIR.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= LARGEST
    lines = (RECORD_DIR / CHECKSUMS).read_text().splitlines()
    checksums = {Path(name): checksum for checksum, name in (line.split("  ", 1) for line in lines)}
    assert {path.relative_to(RECORD_DIR) for path in files} == {*checksums, Path(CHECKSUMS)}
    for name, checksum in checksums.items():
        assert hashlib.sha256((RECORD_DIR / name).read_bytes()).hexdigest() == checksum


def test_what_the_publishers_have_newer_is_named_as_superseded():
    superseded = Release.objects.superseded(date(2026, 12, 1)).values_list("source__slug", "label", "next_due")
    assert {
        ("onet", "29.3", date(2025, 8, 31)),
        ("bls-employment-projections", "2024–34", date(2026, 9, 30)),
    } <= set(superseded)
    assert not {"May 2025"} & {label for _, label, _ in superseded}


def test_a_page_says_what_is_missing_in_one_line(client):
    """Of one job in forty: those without pay and those without a guide among them."""
    lines = {job.url: _page(client, job).count("Not available") for job in all_jobs()[::40]}
    assert len(lines) > 20
    assert set(lines.values()) == {1}


def _page(client, job) -> str:
    return client.get(job.url).content.decode().partition("<main")[2].partition("</main>")[0]
