"""What is to be done with a row is told from three digests alone."""

import pytest

from facts.loading.verdict import Verdict, verdict

TABLE = [
    # given, present, left
    ("a", None, None, Verdict.NEW),
    ("a", None, "a", Verdict.REMOVED),
    ("b", None, "a", Verdict.REMOVED),
    ("a", "a", None, Verdict.SAME),
    ("a", "a", "a", Verdict.SAME),
    ("b", "b", "a", Verdict.SAME),
    ("b", "a", "a", Verdict.CHANGED),
    ("a", "e", "a", Verdict.EDITED),
    ("b", "e", "a", Verdict.EDITED),
    ("a", "e", None, Verdict.EDITED),
]


@pytest.mark.parametrize(("given", "present", "left", "expected"), TABLE)
def test_a_row_is_written_only_where_nobody_else_has_a_say_in_it(given, present, left, expected):
    assert verdict(given=given, present=present, left=left) is expected


def test_only_what_is_new_or_changed_is_written():
    assert {found for found in Verdict if found.is_written} == {Verdict.NEW, Verdict.CHANGED}
