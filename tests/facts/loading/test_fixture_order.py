"""Files come after those whose rows they refer to, and rows after those of their file."""

import pytest

from facts.loading.fixture import Fixture, in_order
from facts.loading.linking import link, needs_first
from tests.facts.loading.rows import CAREER, SOURCE, place, salary


@pytest.fixture
def fixture(write):
    def fixture(name, text):
        return Fixture.read(write(name, text))

    return fixture


def names(rows):
    return [row.key[0] for row in rows]


def test_files_come_after_those_they_need(fixture):
    files = [
        fixture("a-guide.yaml", salary()),
        fixture("b-careers.yaml", CAREER),
        fixture("c-sources.yaml", SOURCE),
    ]
    assert [each.file for each in in_order(files)] == ["b-careers.yaml", "c-sources.yaml", "a-guide.yaml"]


def test_files_that_do_not_need_each_other_come_by_name(fixture):
    files = [fixture("b.yaml", place("CA", "Canada")), fixture("a.yaml", place())]
    assert [each.file for each in in_order(files)] == ["a.yaml", "b.yaml"]


def test_files_that_need_each_other_are_all_there_still(fixture):
    files = [
        fixture("a.yaml", place() + place("CA", "Canada", parent="US-CA")),
        fixture("b.yaml", place("US-CA", "California", parent="US")),
    ]
    assert {each.file for each in in_order(files)} == {"a.yaml", "b.yaml"}


def test_rows_stay_in_their_order_where_they_may(fixture):
    file = fixture(
        "a.yaml", place("C", "C", parent="A") + place("B", "B") + place("A", "A") + place("D", "D", parent="C")
    )
    link(file, {})
    assert names(needs_first(file)) == ["A", "C", "B", "D"]


def test_a_chain_of_any_length_is_followed(fixture):
    length = 3_000
    chain = [place(f"P{n}", "Part", parent=f"P{n + 1}") for n in range(length)]
    file = fixture("a.yaml", "".join([*chain, place(f"P{length}", "Whole")]))
    link(file, {})
    assert names(needs_first(file)) == [f"P{n}" for n in range(length, -1, -1)]


@pytest.mark.parametrize("circle", [["A"], ["A", "B"], ["A", "B", "C"]])
def test_rows_that_need_each_other_in_a_circle_are_refused(fixture, circle):
    parents = [*circle[1:], circle[0]]
    file = fixture(
        "a.yaml", "".join(place(code, code, parent=parent) for code, parent in zip(circle, parents, strict=True))
    )
    link(file, {})
    needs_first(file)
    assert [refusal.reason for refusal in file.refusals] == ["needs facts.place A, which needs it in turn."]
