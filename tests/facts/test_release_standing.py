"""Which releases are current, and which are superseded because a newer one should be out."""

from datetime import date

import pytest

from facts.models import Release
from tests import factories as make

pytestmark = pytest.mark.django_db

TODAY = date(2026, 12, 1)
PAST, TO_COME = date(2026, 9, 30), date(2027, 4, 30)


def labels(releases) -> set[str]:
    return {release.label for release in releases}


def current() -> set[str]:
    return labels(release for release in Release.objects.with_standing(TODAY) if release.is_current)


def test_the_newest_release_of_a_source_is_current_until_the_next_is_due():
    make.ReleaseFactory(year=2024, next_due=PAST)
    make.ReleaseFactory(year=2025, next_due=TO_COME)
    assert current() == labels(Release.objects.current()) == {"May 2025"}
    assert not Release.objects.superseded(TODAY).exists()
    assert labels(Release.objects.superseded(date(2027, 5, 1))) == {"May 2025"}


def test_a_release_of_which_the_next_is_due_is_superseded():
    make.ReleaseFactory(year=2025, next_due=PAST)
    assert labels(Release.objects.superseded(TODAY)) == {"May 2025"}
    assert current() == set()


def test_the_day_itself_is_not_past():
    make.ReleaseFactory(year=2025, next_due=TODAY)
    assert not Release.objects.superseded(TODAY).exists()


def test_a_release_of_a_source_that_appears_once_stays_current():
    make.ReleaseFactory(year=2010)
    assert current() == {"May 2010"}


def test_releases_of_other_series_do_not_supersede_one_another():
    make.ReleaseFactory(year=2020, series="institutions")
    make.ReleaseFactory(year=2022, series="tuition")
    assert current() == {"May 2020", "May 2022"}


def test_releases_that_measure_no_period_do_not_either():
    for slug in ("2010", "2018"):
        make.ReleaseFactory(slug=slug, label=slug, period_start=None, period_end=None)
    assert current() == {"2010", "2018"}


@pytest.mark.parametrize("newer", [{"withdrawn": True}, {"importing": True}, {"is_partial": True}])
def test_a_newer_one_that_readers_do_not_see_whole_supersedes_nothing(newer):
    make.ReleaseFactory(year=2024)
    make.ReleaseFactory(year=2025, **newer)
    assert "May 2024" in current()
