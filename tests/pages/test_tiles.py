"""The map of states as tiles: each stands once, in its band, and what is not told is said."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from facts.figure import RECORD, Figure, Named
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.units import Unit
from pages.charts.tiles import BANDS, PLACES, draw_tiles

STATES = sorted(PLACES)
amounts = st.integers(min_value=20_000, max_value=240_000).map(Decimal)


def figure(letters, value, *marks) -> Figure:
    """The median in one state."""
    return Figure(
        key=f"cell-{letters}",
        field="annual_median",
        quantity=Quantity.PAY,
        measure=Measure.MEDIAN,
        unit=Unit("USD", "year"),
        subject=Named("29-2072", "Medical Records Specialists"),
        source=Named("oews", "Survey"),
        publisher="An office",
        standing=RECORD,
        place=Named(f"US-{letters}", f"State of {letters}"),
        marks=frozenset(marks),
        value=None if value is None else Decimal(value),
    )


def tile(drawn, letters):
    return next(one for one in drawn.tiles if one.letters == letters)


def test_no_two_places_share_a_tile():
    assert len(PLACES) == 50 + 4  # the states, DC, Guam, Puerto Rico and the Virgin Islands
    assert len(set(PLACES.values())) == len(PLACES)


@given(st.dictionaries(st.sampled_from(STATES), amounts, min_size=2))
def test_a_higher_amount_never_stands_in_a_lower_band(paid):
    drawn = draw_tiles(figure(letters, value) for letters, value in paid.items())
    told = drawn.told
    assert {one.letters: one.figure.value for one in told} == paid
    bands = [one.band for one in told]
    assert bands == sorted(bands, reverse=True)
    assert set(bands) == {step.band for step in drawn.steps} <= set(range(1, BANDS + 1))
    assert all(one.x >= 0 and one.x + one.width <= 100 for one in drawn.tiles)


def test_equal_amounts_share_a_band():
    drawn = draw_tiles(figure(letters, 50_000) for letters in STATES)
    assert {one.band for one in drawn.tiles} == {1}


def test_what_is_withheld_and_what_nobody_speaks_of_are_told_apart():
    drawn = draw_tiles([figure("OH", 51_000), figure("UT", 53_000), figure("IA", None, Mark.SUPPRESSED)])
    assert [one.letters for one in drawn.withheld] == ["IA"]
    assert len(drawn.unspoken) == len(PLACES) - 3
    assert "1 not released" in drawn.description
    assert tile(drawn, "IA").text == ""


def test_a_top_code_is_a_lower_bound():
    drawn = draw_tiles([figure("OH", 51_400), figure("CA", 239_200, Mark.AT_LEAST)])
    assert (tile(drawn, "OH").text, tile(drawn, "CA").text) == ("51", "239+")


def test_a_single_state_is_no_map():
    assert draw_tiles([figure("OH", 51_000), figure("UT", None, Mark.SUPPRESSED)]) is None
