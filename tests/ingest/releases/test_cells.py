"""Any cell whatever becomes a value within its bounds, or is rejected in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.releases.cells import REMEMBERED, CoercedCells, as_code, as_number, as_text, one_of
from ingest.releases.refusal import RowRejected

CELLS = st.one_of(st.text(), st.floats(), st.integers(), st.booleans(), st.none(), st.dates())


def coerced(coerce, cell):
    try:
        return coerce(cell)
    except RowRejected:
        return None


@given(CELLS)
def test_numbers_are_within_their_bounds(cell):
    number = coerced(as_number(least=0, most=1_000, places=2), cell)
    assert number is None or (0 <= number <= 1_000 and number == round(number, 2))


@given(CELLS)
def test_whole_numbers_are_whole(cell):
    number = coerced(as_number(), cell)
    assert number is None or type(number) is int


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_number_comes_out_as_it_went_in_however_it_is_written(number):
    written = (str(number), f"{number:,}", f"  {number} ")
    assert {as_number(places=2)(text) for text in written} == {number}


@given(CELLS)
def test_codes_match_their_pattern(cell):
    code = coerced(as_code(r"[0-9]{2}-[0-9]{4}", "a SOC code"), cell)
    assert code is None or (len(code) == 7 and code.isascii())


@given(CELLS)
def test_texts_have_single_blanks_and_are_none_where_blank(cell):
    text = coerced(as_text, cell)
    assert text is None or (text and text == " ".join(text.split()))


@given(CELLS)
def test_words_are_among_those_known(cell):
    assert coerced(one_of({"true": True}, "a flag"), cell) in (None, True)


def test_a_cell_is_worked_out_once_and_what_is_remembered_is_bounded():
    worked_out = []
    known = CoercedCells(lambda cell: worked_out.append(cell) or cell)
    assert [known["a"], known["a"]] == ["a", "a"]
    assert worked_out == ["a"]
    for number in range(REMEMBERED + 10):
        assert known[str(number)] == str(number)
    assert len(known) <= REMEMBERED


@pytest.mark.parametrize("text", ["1,2,3", "1,0000", "0x1F", "1e5", "١٢", "--1", "1.2.3", "½", "9" * 31])
def test_what_looks_like_a_number_and_is_none_is_rejected(text):
    with pytest.raises(RowRejected, match="is not a number"):
        as_number(places=2)(text)


@pytest.mark.parametrize("cell", [None, "", "  "])
def test_a_blank_cell_is_no_number_and_no_fault(cell):
    assert as_number()(cell) is None


@pytest.mark.parametrize("cell", [True, False, [], float("nan"), float("inf")])
def test_what_is_no_text_and_no_number_is_rejected(cell):
    with pytest.raises(RowRejected, match="is not a number"):
        as_number()(cell)


def test_floats_of_workbooks_keep_no_dust():
    assert as_number(places=2)(23.45) == Decimal("23.45")
    assert as_number()(61900.0) == 61_900
