"""A row's JSON is made once in an edition, whichever lists show it; which rows a list has is asked every time."""

from datetime import timedelta

import pytest
from rest_framework.renderers import JSONRenderer

from facts.row_cache import PER_ROW, RowCache
from tests.factories import EditionFactory, SalaryFactory

pytestmark = pytest.mark.django_db


class TestAList:
    def test_rows_are_made_once_in_an_edition(self, ask, django_assert_num_queries):
        SalaryFactory.create_batch(3)
        EditionFactory()
        first = ask("salaries/")
        with django_assert_num_queries(2):  # the edition, and which rows
            assert ask("salaries/?ordering=-reference_start")["count"] == 3
        assert ask("salaries/") == first

    def test_rows_are_made_anew_for_the_next_edition(self, ask):
        salary = SalaryFactory(low=40_000, high=50_000)
        EditionFactory()
        assert ask("salaries/")["results"][0]["low"] == 40_000
        salary.low = 41_000
        salary.save()
        EditionFactory()
        assert ask("salaries/")["results"][0]["low"] == 41_000

    def test_a_new_row_is_in_the_list_at_once(self, ask):
        SalaryFactory()
        EditionFactory()
        assert ask("salaries/")["count"] == 1
        SalaryFactory()
        assert ask("salaries/")["count"] == len(ask("salaries/")["results"]) == 2

    def test_before_the_first_edition_nothing_is_kept(self, ask):
        salary = SalaryFactory(low=40_000, high=50_000)
        assert ask("salaries/")["results"][0]["low"] == 40_000
        salary.low = 41_000
        salary.save()
        assert ask("salaries/")["results"][0]["low"] == 41_000

    def test_an_answer_is_as_if_it_had_been_made_in_one_go(self, client):
        SalaryFactory.create_batch(3)
        answer = client.get("/api/v1/salaries/?page_size=2")
        assert answer.content == JSONRenderer().render(answer.json())

    def test_chosen_fields_and_indented_answers_have_the_same_values(self, client, ask):
        SalaryFactory.create_batch(2)
        plain = ask("salaries/")["results"]
        indented = client.get("/api/v1/salaries/", headers={"accept": "application/json; indent=2"})
        assert indented.json()["results"] == plain
        assert b"\n  " in indented.content
        assert ask("salaries/?fields=key,low")["results"] == [{"key": row["key"], "low": row["low"]} for row in plain]


class TestTheMemory:
    def test_is_bounded_and_the_one_longest_unasked_makes_room(self):
        rows, edition = RowCache(capacity=3 * (10 + PER_ROW)), EditionFactory()
        made = []

        def make(keys):
            made.extend(keys)
            return [(key, b"0123456789") for key in keys]

        for number in (1, 2, 3, 1, 4, 1, 2):
            assert rows.get(edition, [(number,)], make) == [b"0123456789"]
        assert made == [(1,), (2,), (3,), (4,), (2,)]  # 2 made room for 4, and 3 for 2
        assert rows.size == 3 * (10 + PER_ROW)

    def test_what_is_gone_is_left_out(self):
        assert RowCache().get(EditionFactory(), [(1,), (2,)], lambda keys: [((2,), b"{}")]) == [b"{}"]

    def test_an_edition_of_the_same_number_and_another_time_is_another(self):
        rows, edition = RowCache(), EditionFactory()
        rows.get(edition, [(1,)], lambda keys: [((1,), b"old")])
        edition.published_at += timedelta(seconds=1)
        assert rows.get(edition, [(1,)], lambda keys: [((1,), b"new")]) == [b"new"]

    def test_what_is_made_while_an_edition_comes_out_is_not_given_in_it(self):
        rows, old, new = RowCache(), EditionFactory(), EditionFactory()

        def make_meanwhile(keys):
            rows.get(new, [(2,)], lambda keys: [((2,), b"new")])
            return [((1,), b"old")]

        assert rows.get(old, [(1,)], make_meanwhile) == [b"old"]
        assert rows.get(new, [(1,)], lambda keys: [((1,), b"new")]) == [b"new"]
