"""The charts' geometry: every mark stands on the drawing, in order, and says its numbers in words."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facts.figure import CLAIM, RECORD, Figure, Named
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.units import Unit
from pages.charts.labels import cut, short_money, short_title
from pages.charts.ladder import BOTTOM, LEFT, RIGHT, TOP, LadderStep, draw_ladder
from pages.charts.pay import PayGroup, PayRow, draw_pay
from pages.charts.scale import LinearScale, round_bounds, round_step, ticks
from pages.charts.ways_in import Way, draw_ways, letters

CAREER = "Medical Records Administrator"
DOLLARS = Unit("USD", "year")
amounts = st.integers(min_value=1_000, max_value=400_000).map(Decimal)


def figure(measure=Measure.MEDIAN, *, unit=DOLLARS, quantity=Quantity.PAY, standing=CLAIM, marks=(), **numbers):
    """A figure of a career with these numbers."""
    return Figure(
        key="row-1",
        field=str(measure),
        quantity=quantity,
        measure=measure,
        unit=unit,
        subject=Named("mra", CAREER),
        source=Named("guide", "Guide"),
        publisher="Himalayas",
        standing=standing,
        marks=frozenset(marks),
        **numbers,
    )


def median(value):
    return figure(value=Decimal(value))


def pay_range(low, high, *marks):
    return figure(Measure.RANGE, low=Decimal(low), high=Decimal(high), marks=marks)


def months(low, high):
    return figure(Measure.RANGE, unit=Unit("months"), quantity=Quantity.LENGTH, low=Decimal(low), high=Decimal(high))


def cost(low, high, *marks):
    numbers = {"low": Decimal(low), "high": Decimal(high)}
    return figure(Measure.RANGE, unit=Unit("USD"), quantity=Quantity.COST, marks=marks, **numbers)


def at(place: str) -> float:
    """The number of a place such as "41.08%"."""
    return float(place.removesuffix("%"))


# Scales


@given(span=st.floats(min_value=0.001, max_value=1e9), at_most=st.integers(min_value=2, max_value=12))
def test_a_round_step_divides_the_span_into_no_more_parts_than_asked(span, at_most):
    step = round_step(span, at_most)
    assert span / step <= at_most * (1 + 1e-6)
    assert round(step / 10 ** len(str(int(step))), 9) > 0


@pytest.mark.parametrize("span", [0, -1])
def test_a_scale_without_a_span_is_refused(span):
    with pytest.raises(ValueError, match="needs a span"):
        round_step(span)


@given(low=amounts, high=amounts)
def test_round_bounds_hold_the_values_and_every_tick_between(low, high):
    assume(low < high)
    step = round_step(float(high - low))
    first, last = round_bounds(float(low), float(high), step)
    marks = ticks(first, last, step)
    assert first <= low
    assert last >= high
    assert (marks[0], marks[-1]) == (pytest.approx(first), pytest.approx(last))


def test_a_scale_runs_from_its_start_to_its_end():
    scale = LinearScale(0, 100, 10, 90)
    assert [scale(0), scale(50), scale(100)] == [10, 50, 90]
    assert scale.per_cent(Decimal("12.5")) == "20%"


# Labels


@pytest.mark.parametrize(
    ("amount", "said"), [(0, "$0"), (38_000, "$38k"), (47_190, "$47,190"), (1_250_000, "$1,250k"), (2.5, "$2.50")]
)
def test_money_on_an_axis_is_short_only_where_nothing_is_lost(amount, said):
    assert short_money(amount, "USD") == said


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Junior Medical Records Administrator", "Junior"),
        ("Medical Records Administrator", "Administrator"),
        ("Medical Records Manager", "Manager"),
        ("Director of Medical Records", "Director"),
        ("", ""),
    ],
)
def test_a_rung_is_called_by_what_tells_it_apart(title, short):
    assert short_title(title, CAREER) == short


def test_a_label_is_cut_to_the_room_that_a_phone_has():
    assert cut("Director", 28) == "Director"
    assert cut("Donaudampfschifffahrt", 25) == "Donaudam…"
    assert cut("Donaudampfschifffahrt", 0) == "D…"


# The ladder


def five_steps():
    pay = ((38, 42), (52, 55), (65, 68), (80, 85), (100, 105))
    years = ((0, 2), (2, 5), (5, 8), (8, 12), (12, None))
    return [
        LadderStep(f"Rung {n}", first, last, median(1000 * middle), figure(Measure.MEAN, value=Decimal(1000 * mean)))
        for n, ((first, last), (middle, mean)) in enumerate(zip(years, pay, strict=True), start=1)
    ]


def test_each_tread_is_as_long_as_its_years_and_as_high_as_its_median():
    chart = draw_ladder(five_steps(), CAREER)
    treads = chart.treads
    assert [tread.end for tread in treads[:-1]] == [tread.x for tread in treads[1:]]
    assert [tread.y for tread in treads] == sorted((tread.y for tread in treads), reverse=True)
    assert treads[1].width / treads[0].width == pytest.approx(1.5, rel=0.01)
    assert (BOTTOM - treads[4].y) / (BOTTOM - treads[0].y) == pytest.approx(100 / 38, rel=0.01)


def test_an_open_end_breaks_up_and_a_closed_one_does_not():
    chart = draw_ladder(five_steps(), CAREER)
    assert [tread.dashes_from is None for tread in chart.treads] == [True] * 4 + [False]
    assert chart.treads[-1].solid_width < chart.treads[-1].width


def test_the_pay_axis_starts_at_nought():
    assert draw_ladder(five_steps(), CAREER).pay_ticks[0].label == "$0"
    assert draw_ladder(five_steps(), CAREER).pay_ticks[0].at == BOTTOM


def test_the_ladder_says_its_figures_in_words():
    said = draw_ladder(five_steps(), CAREER).description
    assert "Rung 1, 0 to 2 years, $38,000" in said
    assert "Rung 5, 12 years or more, $100,000" in said


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_rungs_are_no_climb(count):
    assert draw_ladder(five_steps()[:count], CAREER) is None


def test_rungs_that_span_no_time_are_not_drawn():
    steps = [LadderStep("A", 3, 3, median(40_000)), LadderStep("B", 3, 3, median(50_000))]
    assert draw_ladder(steps, CAREER) is None


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.one_of(st.none(), st.integers(0, 20)), amounts, st.one_of(st.none(), amounts)),
        min_size=2,
        max_size=9,
    )
)
def test_whatever_the_ladder_it_stays_on_the_drawing(rungs):
    steps = [
        LadderStep("Rung", first, None if more is None else first + more, median(pay), mean and median(mean))
        for first, more, pay, mean in rungs
    ]
    chart = draw_ladder(steps, CAREER)
    assume(chart is not None)
    for tread in chart.treads:
        assert LEFT <= tread.x <= tread.end <= RIGHT + 0.02
        assert TOP <= tread.y <= BOTTOM
        assert tread.mean_y is None or TOP <= tread.mean_y <= BOTTOM


# Pay by source


def row(*figures, label="All levels"):
    return PayRow(label, "year not stated", figures)


def test_a_range_is_drawn_as_a_range_and_an_open_end_as_open():
    closed, unbounded = row(pay_range(45_000, 70_000)), row(pay_range(30_000, 70_000, Mark.OPEN_ENDED))
    first, second = draw_pay([PayGroup("Guide", [closed, unbounded])]).tracks
    assert (first.range_is_open, second.range_is_open) == (False, True)
    assert at(first.range[0]) > at(second.range[0])
    assert first.range[1] == second.range[1]
    assert (first.medians, first.means, first.wide) == ((), (), None)


def test_a_mean_is_never_drawn_as_a_median():
    mean = figure(Measure.MEAN, value=Decimal(40_430))
    (track,) = draw_pay([PayGroup("Guide", [row(mean)])]).tracks
    assert track.means
    assert not track.medians


def test_percentiles_are_drawn_as_spread_and_only_where_both_ends_are_given():
    ends = [figure(measure, value=Decimal(n)) for measure, n in ((Measure.P10, 30_000), (Measure.P90, 80_000))]
    both, half = row(median(50_000), *ends), row(median(50_000), ends[0])
    first, second = draw_pay([PayGroup("Record", [both, half])]).tracks
    assert at(first.wide[0]) < at(first.medians[0]) < at(first.wide[1])
    assert second.wide is None


def test_what_would_squeeze_the_rest_keeps_its_row_and_is_not_drawn():
    plot = draw_pay([PayGroup("Guide", [row(median(40_000)), row(median(60_000)), row(median(161_530))])])
    assert [track.drawn for track in plot.tracks] == [True, True, False]
    assert plot.ticks[-1][1] == "$60k"


def test_equal_claims_stand_on_one_axis_with_a_record_that_is_near_them():
    plot = draw_pay([PayGroup("Guide", [row(median(40_430)), row(median(40_430)), row(median(51_140))])])
    assert [track.drawn for track in plot.tracks] == [True, True, True]


def test_pay_by_the_hour_is_not_put_on_an_axis_of_years():
    hourly = figure(unit=Unit("USD", "hour"), value=Decimal("22.35"))
    plot = draw_pay([PayGroup("Guide", [row(median(40_000)), row(median(50_000)), row(hourly)])])
    assert plot.unit == DOLLARS
    assert [track.drawn for track in plot.tracks] == [True, True, False]


def test_the_key_explains_what_is_drawn_and_nothing_else():
    official = figure(value=Decimal(50_250), standing=RECORD)
    plot = draw_pay([PayGroup("Guide", [row(pay_range(45_000, 70_000))]), PayGroup("Record", [row(official)])])
    assert plot.key == {"range", "record-median"}


def test_without_any_number_there_is_no_plot():
    assert draw_pay([PayGroup("Guide", [row(figure())])]) is None
    assert draw_pay([]) is None


@given(st.lists(amounts, min_size=1, max_size=12))
def test_every_pay_drawn_stands_between_the_ends_of_the_axis(values):
    plot = draw_pay([PayGroup("Guide", [row(median(value)) for value in values])])
    places = [at(place) for track in plot.tracks for place in track.medians]
    assert all(0 <= place <= 100 for place in places)
    assert all(0 <= at(place) <= 100 for place, _ in plot.ticks)
    assert len(plot.ticks) <= 8


# Ways in


def test_a_way_with_length_and_cost_is_a_box_and_one_without_cost_is_on_the_strip():
    certificate = Way("Certificate", months(6, 18), cost(2_000, 10_000), "a")
    degree = Way("Degree", months(24, 48), cost(20_000, 80_000, Mark.OPEN_ENDED), "b")
    first = Way("First credential", months(3, 6), None, "c")
    chart = draw_ways([certificate, degree, first])
    assert [box.letter for box in chart.boxes] == ["A", "B"]
    assert [box.letter for box in chart.strip] == ["C"]
    assert [box.is_open for box in chart.boxes] == [False, True]
    assert chart.boxes[0].end < chart.boxes[1].x
    assert chart.boxes[0].y > chart.boxes[1].floor
    assert "B, Degree: 2 to 4 years, $20,000 to $80,000 or more" in chart.description


def test_ways_without_any_cost_are_left_to_the_table():
    assert draw_ways([Way("Certificate", months(6, 18), None, "a")]) is None
    assert draw_ways([]) is None


def test_a_cost_in_another_currency_is_not_put_on_the_same_axis():
    euros = figure(Measure.RANGE, unit=Unit("EUR"), quantity=Quantity.COST, low=Decimal(1), high=Decimal(2))
    chart = draw_ways([Way("A", months(6, 18), cost(2_000, 10_000), "a"), Way("B", months(6, 18), euros, "b")])
    assert [box.letter for box in chart.boxes] == ["A"]
    assert [box.letter for box in chart.strip] == ["B"]


def test_letters_go_on_as_numbers_past_z():
    named = letters([Way(str(n), None, None, str(n)) for n in range(28)])
    assert (named["0"], named["25"], named["26"], named["27"]) == ("A", "Z", "27", "28")


@given(st.lists(st.tuples(st.integers(0, 96), st.integers(0, 60), amounts, amounts), min_size=1, max_size=8))
def test_whatever_the_ways_they_stay_on_the_drawing(ways):
    drawn = [
        Way("Way", months(first, first + more), cost(min(one, other), max(one, other)), str(n))
        for n, (first, more, one, other) in enumerate(ways)
    ]
    assume(any(first + more for first, more, _, _ in ways))
    chart = draw_ways(drawn)
    for box in chart.boxes:
        assert 0 <= box.x <= box.end <= 101
        assert 0 <= box.y <= box.floor <= chart.bottom + 0.01
