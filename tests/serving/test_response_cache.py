"""What was answered once is given again until the next edition or the next day, to everyone, from memory."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from facts.actions import publishing
from facts.edition_key import EditionKey
from facts.models import Edition
from serving.cached_response import CachedResponse
from serving.edition_probe import DatabaseAway
from serving.lru_cache import LRUCache
from serving.response_cache import ResponseCache, normalize_query
from tests.factories import CareerFactory, EditionFactory
from tests.serving.asking import Asked, ask, open_connection  # noqa: F401 - a fixture

PAGE = "/careers/keeper/"

pytestmark = pytest.mark.usefixtures("open_connection")


@pytest.fixture
def django():
    return Asked()


@pytest.fixture
def answers(db, django):
    CareerFactory(slug="keeper", title="Keeper")
    EditionFactory(number=7)
    return ResponseCache(django, capacity=4_000_000)


def publish(reason="A better summary.", **changes):
    with publishing(act=Edition.Act.EDIT, reason=reason) as publication:
        career = CareerFactory(**changes)
        publication.created(career)


class TestAnAnswerIsGivenAgain:
    def test_without_asking_django(self, answers, django):
        first, second = ask(answers, PAGE), ask(answers, PAGE)
        assert (first.status, first.body, first.headers) == (second.status, second.body, second.headers)
        assert "Keeper" in first.text
        assert django.count == 1

    def test_after_one_look_at_the_database(self, answers, django_assert_num_queries):
        ask(answers, PAGE)
        with django_assert_num_queries(0):  # the look goes past Django's own cursors, which is what counts here
            ask(answers, PAGE)

    def test_compressed_or_not_as_one_can_read_it(self, answers, django):
        whole, small = ask(answers, PAGE), ask(answers, PAGE, accept_encoding="gzip, br")
        assert small.headers["Content-Encoding"] == "gzip"
        assert "Content-Encoding" not in whole.headers
        assert whole.text == small.text
        assert [int(said.headers["Content-Length"]) for said in (whole, small)] == [len(whole.body), len(small.body)]
        assert "Accept-Encoding" in small.headers["Vary"]
        assert django.count == 1

    def test_as_its_head_alone(self, answers, django):
        whole, head = ask(answers, PAGE), ask(answers, PAGE, method="HEAD")
        assert (head.status, head.body, head.headers) == (200, b"", whole.headers)
        assert django.count == 1

    def test_with_the_headers_that_keep_a_reader_safe(self, answers):
        ask(answers, PAGE)
        headers = ask(answers, PAGE).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"

    @pytest.mark.parametrize("address", [PAGE, "/api/v1/careers/keeper/"])
    def test_as_unchanged_to_who_has_it(self, answers, django, address):
        tag = ask(answers, address, accept_encoding="gzip").headers["ETag"]
        assert tag.startswith("W/")
        for known in (tag, tag.removeprefix("W/"), f'"another", {tag}', "*"):
            said = ask(answers, address, if_none_match=known)
            assert (said.status, said.body) == (304, b"")
            assert {"Cache-Control", "ETag", "Vary"} <= said.headers.keys()
            assert not {"Content-Length", "Content-Security-Policy", "Permissions-Policy"} & said.headers.keys()
        assert ask(answers, address, if_none_match='"another"').status == 200
        assert django.count == 1

    def test_as_unchanged_with_what_lets_others_read_it(self, answers):
        whole = ask(answers, "/api/v1/careers/keeper/").headers
        unchanged = ask(answers, "/api/v1/careers/keeper/", if_none_match=whole["ETag"]).headers
        for name in ("Access-Control-Allow-Origin", "Rungs-Edition", "Last-Modified", "Cache-Control", "Vary"):
            assert unchanged[name] == whole[name]

    def test_as_unchanged_since_a_day(self, answers):
        day = ask(answers, "/api/v1/careers/").headers["Last-Modified"]
        assert ask(answers, "/api/v1/careers/", if_modified_since=day).status == 304
        assert ask(answers, "/api/v1/careers/", if_modified_since="Wed, 01 Jan 2020 00:00:00 GMT").status == 200
        assert ask(answers, "/api/v1/careers/", if_modified_since="some day").status == 200

    def test_whole_to_who_asks_by_a_day_what_has_none(self, answers):
        assert "Last-Modified" not in ask(answers, PAGE).headers
        said = ask(answers, PAGE, if_modified_since="Wed, 01 Jan 2020 00:00:00 GMT")
        assert (said.status, "Keeper" in said.text) == (200, True)

    def test_whatever_the_order_of_its_parameters_from_the_third_time_on(self, answers, django):
        for query in ("sort=title&q=keep", "q=keep&sort=title", "q=keep&sort=title", "sort=title&q=keep"):
            ask(answers, f"/careers/?{query}")
        assert django.count == 2


class TestAnAnswerIsMadeAnew:
    def test_in_the_next_edition(self, answers, django):
        ask(answers, "/careers/")
        publish(title="Harbour pilot")
        assert "Harbour pilot" in ask(answers, "/careers/").text
        assert django.count == 2

    def test_the_next_day(self, answers, django, monkeypatch):
        ask(answers, PAGE)
        monkeypatch.setattr("serving.response_cache.time.time", lambda: 9_999_999_999)
        ask(answers, PAGE)
        assert django.count == 2

    def test_for_another_host_scheme_or_form(self, answers, django):
        ask(answers, "/api/v1/careers/")
        ask(answers, "/api/v1/careers/", host="127.0.0.1")
        assert ask(answers, "/api/v1/careers/", accept="text/csv").headers["Content-Type"].startswith("text/csv")
        assert django.count == 3

    def test_where_an_edition_came_out_while_it_was_made(self, answers, django, monkeypatch):
        keys = [EditionKey(7, "then", 1), EditionKey(8, "now", 1), EditionKey(8, "now", 1)]
        monkeypatch.setattr(answers.probe, "current", lambda: keys.pop(0))
        ask(answers, PAGE)
        assert len(answers.plain) == 0


class TestWhatIsNotKept:
    @pytest.mark.parametrize(
        ("address", "status"),
        [("/careers/nobody/", 404), ("/api/v1/careers/?colour=red", 400), ("/admin/login/", 200), ("/healthz", 200)],
    )
    def test_is_an_error_or_not_for_everyone(self, answers, django, address, status):
        assert [ask(answers, address).status for _ in range(2)] == [status, status]
        assert django.count == 2

    def test_is_what_is_sent(self, answers, django):
        ask(answers, PAGE)
        assert ask(answers, PAGE, method="POST").status == 403  # without a token
        assert django.count == 2

    @pytest.mark.parametrize(
        "header",
        [
            ("Set-Cookie", "a=b"),
            ("Vary", "Accept, Cookie"),
            ("Cache-Control", "max-age=1, private"),
            ("Cache-Control", "no-store"),
        ],
    )
    def test_says_so(self, db, header):
        EditionFactory(number=1)

        class Response(list):
            streaming = False

            def close(self):
                pass

        def application(environ, start_response):
            start_response("200 OK", [header])
            return Response([b"mine"])

        answers = ResponseCache(application, capacity=1_000_000)
        assert ask(answers, "/").headers == dict([header])
        assert len(answers.plain) == 0

    def test_is_a_stream(self, answers, django):
        assert b"Keeper" in ask(answers, "/api/v1/careers.csv").body
        assert len(answers.plain) == 0

    @pytest.mark.parametrize("address", ["/fit/?credential=rhit", "/careers/nobody/", "/api/v1/careers.csv"])
    def test_comes_compressed_to_who_can_read_that(self, answers, address):
        plain, compressed = ask(answers, address), ask(answers, address, accept_encoding="br, gzip")
        assert "Content-Encoding" not in plain.headers
        assert compressed.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in compressed.headers["Vary"]
        assert compressed.text == plain.body.decode()
        assert len(answers.plain) == 0

    def test_is_anything_before_the_first_edition(self, answers, django):
        Edition.objects.all().delete()
        assert [ask(answers, PAGE).status for _ in range(2)] == [200, 200]
        assert django.count == 2


class TestARoomThatIsBounded:
    def kept(self, number, size=1_000):
        return CachedResponse(EditionKey(1, "then", 1), str(number), "", [], [], [], bytes(size), 0.0)

    def test_takes_no_more_than_it_holds(self):
        shelf = LRUCache(100_000, only_asked_twice=False)
        for number in (*range(200), *range(200)):
            shelf.put(number, self.kept(number))
            assert shelf.size <= 100_000
        assert shelf.size == 3_000 * len(shelf)

    def test_lets_go_of_what_was_longest_unasked(self):
        shelf = LRUCache(9_000, only_asked_twice=False)
        for number in (1, 2, 3):
            shelf.put(number, self.kept(number))
        shelf.find(1)
        for _ in range(2):
            shelf.put(4, self.kept(4))
        assert [number for number in (1, 2, 3, 4) if shelf.find(number)] == [1, 3, 4]

    def test_is_not_filled_by_what_is_missed_once(self):
        shelf = LRUCache(1_000_000, only_asked_twice=True)
        for number in range(50_000):
            shelf.put(number, self.kept(number))
        assert (len(shelf), shelf.size) == (0, 0)
        assert len(shelf._missed_once) <= 10_000

    def test_made_up_queries_push_no_page_out(self, answers, django):
        ask(answers, PAGE)
        for number in range(30):
            for _ in range(2):
                ask(answers, f"/methodology/?junk={number}")
        before = django.count
        ask(answers, PAGE)
        assert django.count == before
        assert answers.queried.size <= answers.queried.capacity

    def test_pages_have_three_quarters_and_queries_the_rest(self, answers):
        assert (answers.plain.capacity, answers.queried.capacity) == (3_000_000, 1_000_000)
        for query in ("", "", "?q=keep", "?q=keep"):
            ask(answers, f"/careers/{query}")
        assert (len(answers.plain), len(answers.queried)) == (1, 1)


class TestWhileTheDatabaseIsAway:
    @pytest.fixture
    def away(self, answers, monkeypatch):
        def gone():
            raise DatabaseAway

        return lambda: monkeypatch.setattr(answers.probe, "current", gone)

    def test_what_is_kept_goes_on_with_its_age(self, answers, django, away, monkeypatch):
        before = ask(answers, PAGE)
        away()
        later = answers.plain.find(next(iter(answers.plain._responses))).seen + 42
        monkeypatch.setattr("serving.response_cache.time.time", lambda: later)
        after = ask(answers, PAGE)
        assert (after.status, after.body) == (200, before.body)
        assert after.headers["Age"] == "42"
        assert "Age" not in before.headers
        assert ask(answers, PAGE, if_none_match=before.headers["ETag"]).headers["Age"] == "42"
        assert django.count == 1

    def test_the_rest_is_for_django_to_answer(self, answers, django, away):
        away()
        ask(answers, PAGE)
        assert django.count == 1
        assert len(answers.plain) == 0

    def test_it_is_asked_again_only_after_a_pause(self, answers, monkeypatch):
        asked = []

        def broken(connection):
            asked.append(connection)
            raise connection.Database.OperationalError("gone")

        monkeypatch.setattr("serving.edition_probe.read_edition_key", broken)
        monkeypatch.setattr(connection, "close", lambda: None)  # the test's own transaction goes on
        for _ in range(5):
            with pytest.raises(DatabaseAway):
                answers.probe.current()
        assert len(asked) == 2  # at once a second time, as on a new connection


@pytest.mark.parametrize("weak", ["", "W/"])
def test_a_table_that_the_reader_has_already_is_not_sent_again(answers, weak):
    publish()
    whole = ask(answers, "/api/v1/careers.csv", ACCEPT_ENCODING="gzip")
    assert (whole.status, whole.headers["Content-Encoding"]) == (200, "gzip")
    tag = whole.headers["ETag"].removeprefix("W/")
    again = ask(answers, "/api/v1/careers.csv", IF_NONE_MATCH=f"{weak}{tag}")
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", tag)
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    assert ask(answers, "/api/v1/careers.csv", IF_NONE_MATCH='"another"').status == 200


@pytest.mark.parametrize("path", [PAGE, "/api/v1/careers/", "/api/v1/careers.csv"])
def test_who_refuses_gzip_gets_none(answers, path):
    publish()
    for _ in range(2):  # made, and kept
        answer = ask(answers, path, ACCEPT_ENCODING="gzip;q=0, identity")
        assert (answer.status, "Content-Encoding" in answer.headers) == (200, False)


def test_two_workers_never_give_what_was_edited(db):
    """Each of two workers, with a memory of its own, says at once what twenty edits say; bench.stale tries more."""
    EditionFactory(number=1)
    workers = [ResponseCache(WSGIHandler(), capacity=1_000_000) for _ in range(2)]
    for number in range(20):
        publish(reason=f"Edit {number}.")
        for worker in workers:
            assert f"Edit {number}." in ask(worker, "/methodology/").text


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=8))
def test_a_query_is_written_one_way_and_says_the_same(pairs):
    from django.http import QueryDict

    asked = QueryDict(mutable=True)
    for name, value in pairs:
        asked.appendlist(name, value)
    query = normalize_query(asked.urlencode())
    assert QueryDict(query) == asked
    assert normalize_query(query) == query


def test_html_and_markdown_of_a_page_are_both_kept_and_never_mixed_up(answers, django):
    for _ in range(2):
        for accept, kind in (("text/html", "text/html"), ("text/markdown", "text/markdown"), ("*/*", "text/html")):
            answer = ask(answers, "/about/?seen=1", accept=accept)
            assert answer.headers["Content-Type"] == f"{kind}; charset=utf-8"
            assert "Accept" in answer.headers["Vary"].split(", ")
