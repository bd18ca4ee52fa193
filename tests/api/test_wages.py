"""The record's wages, and pages by cursor, which cost the same however far one has gone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facts.models import Release
from salaries.models import Wage
from tests.factories import OccupationFactory, ReleaseFactory, WageFactory

pytestmark = pytest.mark.django_db


def test_a_wage_carries_its_release_source_and_marks(ask):
    wage = WageFactory(top_coded=True, occupation__code="29-2072")
    shown = ask("wages/")["results"][0]
    assert (shown["annual_p90"], shown["marks"]["annual_p90"]) == (239200, {"at_least": True})
    assert (shown["weekly_median"], shown["marks"]["weekly_median"]) == (None, {"not_published": True})
    assert "annual_median" not in shown["marks"]
    assert shown["release"]["slug"] == wage.release.slug
    assert shown["source"]["publisher"] == "US Bureau of Labor Statistics"
    assert shown["hourly_median"] == 24.16
    assert shown["url"] == f"http://testserver/api/v1/wages/{wage.release.slug}/29-2072/US/000000/"
    assert ask(shown["url"].partition("/api/v1/")[2])["key"] == wage.key


def test_what_the_publisher_does_not_give_is_null_with_a_mark(ask):
    WageFactory(annual_only=True)
    shown = ask("wages/")["results"][0]
    assert shown["hourly_median"] is None
    assert shown["marks"]["hourly_median"] == {"not_published": True}


@pytest.mark.parametrize(("state", "status"), [(Release.State.IMPORTING, 404), (Release.State.WITHDRAWN, 410)])
def test_only_releases_that_are_ready_are_seen(ask, client, problems, state, status):
    release = ReleaseFactory(slug="secret", state=state, withdrawn_because="Damaged.")
    wage = WageFactory(release=release)
    assert ask("wages/")["results"] == []
    assert client.get(f"/api/v1/wages/secret/{wage.occupation.code}/US/000000/").status_code == status
    assert problems("wages/?release=secret") == [("release", "unknown_value")]


def test_a_withdrawn_release_says_so_and_one_being_imported_is_not_there(ask):
    ReleaseFactory(slug="withdrawn", state=Release.State.WITHDRAWN, withdrawn_because="Damaged.")
    ReleaseFactory(slug="importing", state=Release.State.IMPORTING)
    (shown,) = ask("releases/")["results"]
    assert (shown["slug"], shown["state"], shown["withdrawn_because"]) == ("withdrawn", "withdrawn", "Damaged.")


@pytest.mark.parametrize("ordering", ["", "annual_median", "-annual_median", "employment,-annual_p90"])
def test_pages_by_cursor_give_every_row_once_forwards_and_back(ask, ordering):
    _stage()
    asked = f"wages/?page_size=3&ordering={ordering}" if ordering else "wages/?page_size=3"
    pages = list(_pages(ask, asked, "next"))
    rows = [row["url"] for page in pages for row in page["results"]]
    assert len(rows) == len(set(rows)) == 14
    assert "count" not in pages[0]
    back = list(_pages(ask, _path(pages[-1]["previous"]), "previous"))
    assert [page["results"] for page in reversed(back)] == [page["results"] for page in pages[:-1]]


def test_rows_without_a_value_come_last(ask):
    _stage()
    for ordering in ("annual_median", "-annual_median"):
        medians = [row["annual_median"] for row in ask(f"wages/?ordering={ordering}")["results"]]
        given_ones = [median for median in medians if median is not None]
        assert medians == [*given_ones, *[None] * 4]
        assert given_ones == sorted(given_ones, reverse=ordering.startswith("-"))


def test_the_last_page_reads_no_more_rows_than_the_first(ask, client, django_assert_max_num_queries):
    _stage()
    *_, last = _pages(ask, "wages/?page_size=2", "next")
    with django_assert_max_num_queries(2) as queries:
        ask(_path(last["previous"]))
    assert not any("OFFSET" in query["sql"] or "COUNT" in query["sql"] for query in queries.captured_queries)


@pytest.mark.parametrize("cursor", ["e30", "bnVsbA", "W10", "eyJhZnRlciI6WyJ4Il19", "eyJhZnRlciI6WzEsMl19", "zzzz"])
def test_a_cursor_that_no_answer_gave_is_not_found(client, cursor):
    WageFactory()
    assert client.get(f"/api/v1/wages/?cursor={cursor}").status_code == 404


def test_a_cursor_holds_only_for_the_order_it_was_given_with(ask, client):
    _stage()
    following = _path(ask("wages/?page_size=3&ordering=annual_median")["next"])
    assert client.get(f"/api/v1/{following.replace('annual_median', 'employment,-annual_p10')}").status_code == 404


@given(cursor=st.from_regex(r"[A-Za-z0-9_-]{1,60}", fullmatch=True))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_cursor_breaks_a_list(client, cursor):
    assert client.get(f"/api/v1/wages/?cursor={cursor}").status_code == 404
    assert client.get(f"/api/v1/search/?q=a&cursor={cursor}").status_code == 404


def _stage():
    """Ten wages of which some are alike, and four that say nothing of pay."""
    for number in range(10):
        WageFactory(occupation=OccupationFactory(), annual_median=50_000 + 1_000 * (number // 3), employment=number % 2)
    nothing = {field.name: None for field in Wage._meta.fields if field.name.startswith(("annual", "hourly"))}
    for _ in range(4):
        WageFactory(occupation=OccupationFactory(), **nothing, marks={"annual_median": {"suppressed": True}})


def _pages(ask, path, way):
    while path:
        page = ask(path)
        yield page
        path = _path(page[way])


def _path(address):
    return address and address.partition("/api/v1/")[2]
