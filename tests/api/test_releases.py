"""Releases: when each came out, when the next is due, and whether it is the newest."""

from datetime import date

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_release_says_whether_it_is_current_and_when_the_next_is_due(ask):
    source = make.ReleaseFactory(year=2023, published_on=date(2024, 4, 3), next_due=date(2025, 4, 30)).source
    make.ReleaseFactory(year=2024, next_due=date(2999, 4, 30))
    shown = {row["slug"]: row for row in ask("releases/")["results"]}
    assert {slug: row["is_current"] for slug, row in shown.items()} == {"may-2023": False, "may-2024": True}
    assert (shown["may-2023"]["published_on"], shown["may-2023"]["next_due"]) == ("2024-04-03", "2025-04-30")
    assert ask(f"releases/{source.slug}/may-2024/")["is_current"] is True


def test_a_release_of_which_the_next_is_due_is_not_current(ask):
    make.ReleaseFactory(year=2024, next_due=date(2025, 4, 30))
    assert ask("releases/")["results"][0]["is_current"] is False
