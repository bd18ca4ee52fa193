import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from facts.marks import Mark, validate_marks

FIELDS = ("low", "high", "median")

MARKS = st.dictionaries(
    st.sampled_from(FIELDS),
    st.dictionaries(st.sampled_from(Mark.values), st.just(value=True), min_size=1),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(MARKS)
def test_known_marks_on_known_fields_are_right(marks):
    validate_marks(marks, FIELDS)


@pytest.mark.parametrize(
    ("marks", "problem"),
    [
        (["open_ended"], "mapping"),
        ("open_ended", "mapping"),
        (None, "mapping"),
        ({"mode": {"approximate": True}}, "“mode” is no field"),
        ({"high": {"open": True}}, "“open” is no known mark"),
        ({"high": {"open_ended": False}}, "true or not there"),
        ({"high": {"open_ended": "yes"}}, "true or not there"),
        ({"high": {"open_ended": 1}}, "true or not there"),
        ({"high": {}}, "The marks of “high”"),
        ({"high": "open_ended"}, "The marks of “high”"),
        ({"high": ["open_ended"]}, "The marks of “high”"),
    ],
)
def test_what_is_no_mark_is_refused_by_name(marks, problem):
    with pytest.raises(ValidationError, match=problem):
        validate_marks(marks, FIELDS)


def test_every_problem_is_named_at_once():
    with pytest.raises(ValidationError) as refusal:
        validate_marks({"mode": {"approximate": True}, "high": {"open": True, "at_least": 0}}, FIELDS)
    assert len(refusal.value.messages) == 3


@given(ANYTHING)
def test_anything_at_all_is_either_right_or_refused(marks):
    try:
        validate_marks(marks, FIELDS)
    except ValidationError:
        return
    assert all(field in FIELDS and set(given) <= set(Mark.values) for field, given in marks.items())
