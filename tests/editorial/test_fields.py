"""What is kept as JSON is written as plain lines."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from editorial.admin.fields import LinesField, MarksField
from facts.marks import Mark
from tests.editorial.rows import EDITED

WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
NAMES = st.sampled_from(["low", "high", "median"])
MARKS = st.dictionaries(NAMES, st.dictionaries(st.sampled_from(Mark.values), st.just(True), min_size=1))


@given(st.lists(WORDS, max_size=10))
def test_a_list_is_read_as_it_is_written(texts):
    field = LinesField()
    assert field.clean(field.prepare_value(texts)) == texts
    assert not field.has_changed(texts, field.prepare_value(texts))


@given(MARKS)
def test_marks_are_read_as_they_are_written(marks):
    field = MarksField()
    assert field.clean(field.prepare_value(marks)) == marks
    assert not field.has_changed(marks, field.prepare_value(marks))


@pytest.mark.parametrize("text", ["", "\n \n", None])
def test_nothing_is_nothing(text):
    assert MarksField().clean(text) == {}
    assert LinesField().clean(text) == []
    assert not MarksField().has_changed(None, text)


def test_the_order_of_lines_and_blanks_between_do_not_matter_to_marks():
    text = " low :approximate \n\nhigh: open_ended,at_least"
    marks = {"high": {"at_least": True, "open_ended": True}, "low": {"approximate": True}}
    assert MarksField().clean(text) == marks
    assert not MarksField().has_changed(marks, text)


@pytest.mark.parametrize("text", ["low", "low:", ": approximate", "low: ,", "x" * 6_000])
def test_what_says_no_mark_is_refused_and_counts_as_a_change(text):
    with pytest.raises(ValidationError):
        MarksField().clean(text)
    assert MarksField().has_changed({}, text)


@pytest.mark.parametrize("model", EDITED, ids=lambda model: model.__name__)
def test_every_field_has_help(model):
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    edited = [field for field in fields if field.editable and not field.primary_key and field.name != "version"]
    assert [field.name for field in edited if not field.help_text] == []
