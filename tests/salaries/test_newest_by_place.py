"""Of each place the newest release that covers it, a partial one hiding none that is fuller."""

from datetime import date

import pytest

from salaries.models import Wage
from tests.factories import OccupationFactory, PlaceFactory, ReleaseFactory, SourceFactory, WageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage():
    source, occupation = SourceFactory(), OccupationFactory()
    places = [PlaceFactory(code=code, kind="state") for code in ("US-CA", "US-OH", "US-TX")]
    for year, held, partial in ((2024, places, False), (2025, places[:2], False), (2026, places[:1], True)):
        day = date(year, 5, 31)
        release = ReleaseFactory(
            source=source, slug=f"may-{year}", label=f"May {year}", period_start=day, period_end=day
        )
        release.is_partial = partial
        release.save()
        for place in held:
            WageFactory(release=release, occupation=occupation, place=place)
    return occupation


def shown(occupation):
    rows = Wage.objects.published().for_occupations([occupation.pk]).by_place().newest_by_place()
    return dict(rows.values_list("place__code", "release__label"))


def test_a_partial_release_shows_what_it_has_beside_the_fuller_one(stage):
    assert shown(stage) == {"US-CA": "May 2026", "US-OH": "May 2025"}


def test_the_page_says_of_which_release_a_row_is(stage, client):
    page = client.get(f"/occupations/{stage.code}/places/").content.decode()
    assert page.count("May 2026") >= 1
    assert "May 2025" in page
