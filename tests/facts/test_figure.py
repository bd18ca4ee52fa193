"""A figure says what it measures, for whom, where, when and who says so."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.comparison import question
from facts.figure import Figure, Named
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.periods import Period
from facts.units import Unit

A_YEAR = Unit("USD", "year")
MAY_2023 = Period(date(2023, 5, 1), date(2023, 5, 31))
CAREER = Named("medical-records-administrator", "Medical Records Administrator")
GUIDE = Named("a-guide", "Career Guide")
OTHER_GUIDE = Named("another-guide", "Other Guide")
UNITED_STATES = Named("US", "United States")
SENIOR = Named("row-3", "Senior Administrator")

MEDIAN = Figure(
    key="guide-median",
    field="median",
    quantity=Quantity.PAY,
    measure=Measure.MEDIAN,
    unit=A_YEAR,
    subject=CAREER,
    source=GUIDE,
    publisher="Himalayas",
    value=Decimal(47190),
    place=UNITED_STATES,
    period=MAY_2023,
    attributed_to="BLS",
    as_printed="$47,190 USD",
    locator="Key Facts, Median Salary",
)
RANGE = replace(MEDIAN, field="range", measure=Measure.RANGE, value=None, low=Decimal(30000), high=Decimal(70000))
GROWTH = replace(
    MEDIAN,
    field="growth_percent",
    quantity=Quantity.GROWTH,
    measure=Measure.CHANGE,
    unit=Unit("percent"),
    value=Decimal(7),
    period=Period(),
    projected=True,
)
YEARS = replace(
    RANGE,
    quantity=Quantity.EXPERIENCE,
    unit=Unit("years"),
    low=Decimal(12),
    high=None,
    label="Years of experience, in total",
)


def marked(figure, *marks):
    return replace(figure, marks=frozenset(marks))


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"low": Decimal(1)}, "either one number or a range"),
        ({"high": Decimal(1)}, "either one number or a range"),
        ({"value": None, "low": Decimal(2), "high": Decimal(1)}, "above the high end"),
        ({"source": Named("", "")}, "no source"),
        ({"publisher": ""}, "no source"),
    ],
)
def test_a_figure_that_cannot_be_is_not_made(said, problem):
    with pytest.raises(ValueError, match=problem):
        replace(MEDIAN, **said)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (MEDIAN, "Median pay, a year"),
        (replace(MEDIAN, measure=Measure.MEAN, unit=Unit("USD", "hour")), "Mean pay, an hour"),
        (replace(MEDIAN, measure=Measure.P90), "90th percentile of pay, a year"),
        (RANGE, "Pay range, a year"),
        (GROWTH, "Growth in jobs, projected"),
        (replace(GROWTH, projected=False), "Growth in jobs"),
        (YEARS, "Years of experience, in total"),
        (replace(GROWTH, quantity=Quantity.OPENINGS), "Openings a year"),
    ],
)
def test_it_says_what_it_measures(figure, text):
    assert figure.measure_text == text


@pytest.mark.parametrize(
    ("figure", "text", "shape"),
    [
        (MEDIAN, "$47,190", ""),
        (RANGE, "$30,000 to $70,000", "range"),
        (replace(RANGE, high=Decimal(30000)), "$30,000", ""),
        (replace(RANGE, low=None), "up to $70,000", "range"),
        (replace(RANGE, high=None), "$30,000 or more", "open"),
        (YEARS, "12 years or more", "open"),
        (marked(YEARS, Mark.OPEN_ENDED), "12 years or more", "open"),
        (marked(RANGE, Mark.OPEN_ENDED), "$30,000 to $70,000 or more", "open"),
        (marked(RANGE, Mark.APPROXIMATE), "about $30,000 to $70,000", "about"),
        (marked(MEDIAN, Mark.AT_LEAST), "$47,190 or more", "atleast"),
        (marked(MEDIAN, Mark.APPROXIMATE), "about $47,190", "about"),
        (marked(replace(MEDIAN, value=None), Mark.SUPPRESSED), "not released", "none"),
        (marked(replace(MEDIAN, value=None), Mark.NOT_PUBLISHED), "not available", "none"),
        (replace(MEDIAN, value=None), "not given", "none"),
        (GROWTH, "+7%", ""),
    ],
)
def test_the_value_keeps_what_is_special_about_it(figure, text, shape):
    assert figure.value_text == text
    assert figure.shape == shape


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (MEDIAN, "United States, credited to BLS, May 2023"),
        (replace(MEDIAN, attributed_to="", level=SENIOR), "Senior Administrator, United States, May 2023"),
        (
            replace(
                MEDIAN, attributed_to="", place=None, industry=Named("622000", "Hospitals"), population="entry level"
            ),
            "entry level, Hospitals, May 2023",
        ),
        (replace(MEDIAN, attributed_to="", period=Period()), "United States, year not stated"),
        (marked(replace(GROWTH, attributed_to="", place=None), Mark.WINDOW_NOT_STATED), "years not stated"),
    ],
)
def test_it_says_for_whom_where_and_when(figure, text):
    assert figure.words == text


def test_it_says_who_says_so_and_where():
    assert MEDIAN.source_text == "Himalayas, Key Facts, Median Salary"
    record = replace(MEDIAN, publisher="BLS", release=Named("may-2024", "May 2024"), locator="")
    assert record.source_text == "BLS, May 2024"


def test_its_sentence_has_all_of_it():
    assert MEDIAN.sentence == (
        "Median pay, a year: $47,190. United States, credited to BLS, May 2023. Himalayas, Key Facts, Median Salary."
    )


def test_its_address_is_the_statement_and_the_field():
    assert MEDIAN.address == "guide-median#median"


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (MEDIAN, "47190"),
        (replace(MEDIAN, value=Decimal("22.50")), "22.5"),
        (replace(MEDIAN, value=Decimal("4.7E+4")), "47000"),
        (RANGE, "30000/70000"),
        (YEARS, "12"),
        (replace(MEDIAN, value=None), ""),
    ],
)
def test_machines_read_the_number_as_it_is(figure, text):
    assert figure.data_value == text


@pytest.mark.parametrize(
    "said",
    [
        {"subject": Named("health-information-technician", "Health Information Technician")},
        {"level": SENIOR},
        {"place": Named("CA", "Canada")},
        {"place": None},
        {"industry": Named("622000", "Hospitals")},
        {"measure": Measure.MEAN},
        {"unit": Unit("USD", "hour")},
        {"unit": Unit("CAD", "year")},
        {"period": Period(date(2022, 5, 1), date(2022, 5, 31))},
        {"period": Period()},
        {"population": "entry level"},
        {"label": "as the source converts it to USD"},
    ],
    ids=lambda said: next(iter(said)),
)
def test_figures_that_differ_in_what_they_measure_answer_different_questions(said):
    assert question(replace(MEDIAN, **said)) != question(MEDIAN)


@pytest.mark.parametrize(
    "said",
    [
        {"value": Decimal(52000)},
        {"source": OTHER_GUIDE, "publisher": "Study.com"},
        {"attributed_to": ""},
        {"as_printed": "$47,190"},
        {"key": "another", "locator": "Elsewhere"},
    ],
    ids=lambda said: next(iter(said)),
)
def test_who_says_it_and_how_much_is_no_part_of_the_question(said):
    assert question(replace(MEDIAN, **said)) == question(MEDIAN)


def test_an_unstated_time_equals_only_another_of_the_same_source():
    undated = replace(MEDIAN, period=Period())
    assert question(undated) == question(replace(undated, key="elsewhere"))
    assert question(undated) != question(replace(undated, source=OTHER_GUIDE))


def test_a_topic_ties_figures_whose_labels_are_each_sources_own_words():
    one, other = replace(YEARS, label="Certificate"), replace(YEARS, label="Certificate programme")
    assert question(one) != question(other)
    assert question(replace(one, topic="certificate")) == question(replace(other, topic="certificate"))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (47190, 47190, True),
        (47190, 47195, True),
        (47190, 47200, True),
        (47190, 47180, False),
        (47190, 48780, False),
        (38000, 38900, True),
        (38000, 39000, False),
        (47190, 47000, True),
    ],
)
def test_figures_agree_within_the_coarser_rounding(one, other, agree):
    mine, its = (replace(MEDIAN, value=Decimal(value)) for value in (one, other))
    assert mine.agrees_with(its) is agree
    assert its.agrees_with(mine) is agree


def test_a_range_does_not_agree_with_a_single_number_or_with_an_open_end():
    assert not RANGE.agrees_with(replace(RANGE, value=Decimal(30000), low=None, high=None))
    assert not RANGE.agrees_with(replace(RANGE, high=None))
    assert RANGE.agrees_with(replace(RANGE, low=Decimal(30500)))


@given(st.integers(min_value=0, max_value=10**7), st.integers(min_value=0, max_value=10**7))
def test_agreeing_is_mutual_and_every_figure_agrees_with_itself(one, other):
    mine, its = (replace(MEDIAN, value=Decimal(value)) for value in (one, other))
    assert mine.agrees_with(mine)
    assert mine.agrees_with(its) == its.agrees_with(mine)
    assert not mine.agrees_with(its) or abs(one - other) < 1000


SIX_TO_TWELVE = {"low": Decimal(6), "high": Decimal(12)}


@pytest.mark.parametrize(
    ("changes", "parts"),
    [
        ({}, ("", "$47,190", "", "")),
        ({"marks": frozenset({Mark.APPROXIMATE, Mark.AT_LEAST})}, ("about", "$47,190", "", "or more")),
        ({"value": None, "high": Decimal(70_000)}, ("up to", "$70,000", "", "")),
        (
            {"value": None, "low": Decimal(6), "high": Decimal(12), "unit": Unit("months")},
            ("", "6 to 12", "months", ""),
        ),
        ({"value": None, "low": Decimal(24), "unit": Unit("months")}, ("", "2", "years", "or more")),
        ({"value": Decimal(1), "unit": Unit("years")}, ("", "1", "year", "")),
        ({"value": Decimal(7), "unit": Unit("percent")}, ("", "+7%", "", "")),
        ({"value": None, "marks": frozenset({Mark.SUPPRESSED})}, ("", "not released", "", "")),
    ],
    ids=lambda value: "" if isinstance(value, dict) else " ".join(filter(None, value)),
)
def test_a_value_is_composed_of_its_parts(changes, parts):
    figure = replace(MEDIAN, **changes)
    assert figure.value_parts == parts
    assert figure.value_text == " ".join(part for part in parts if part)
