"""Whether two figures answer the same question, and why not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from facts.comparison import question, reasons, same_question
from facts.figure import Figure, Named
from facts.measures import Measure, Quantity
from facts.periods import Period
from facts.units import Unit

PERIODS = (Period(), Period.of_year(2015), Period.of_month(2015, 5), Period(date(2015, 5, 4), date(2015, 6, 1)))
SUBJECTS = (Named("keeper", "Keeper"), Named("other", "Keeper"), Named("soc-2018:29-2072", "Registrars"))
LEVELS = (None, Named("one-1", "Entry"), Named("two-1", "ENTRY"), Named("two-2", "Senior"))
GUIDES = (Named("guide", "A Guide"), Named("study-hit", "Study HIT"))
TEXTS = st.sampled_from(["", "Certificate", "certificate", "Cost: Certificate"])


@st.composite
def figures(draw):
    """Figures of few values each, so that two of them are often alike."""
    pick = lambda *values: draw(st.sampled_from(values))  # noqa: E731
    return Figure(
        key="key",
        field="median",
        quantity=pick(*Quantity),
        measure=pick(*Measure),
        unit=Unit(pick("USD", "GBP", "jobs"), pick("", "year", "hour", "shift")),
        subject=pick(*SUBJECTS),
        source=pick(*GUIDES),
        publisher="A Publisher",
        value=Decimal(1),
        level=pick(*LEVELS),
        place=pick(None, Named("US", "United States"), Named("GB", "United Kingdom")),
        industry=pick(None, Named("622", "Hospitals")),
        population=pick("", "entry level", "Entry level"),
        period=pick(*PERIODS),
        label=draw(TEXTS),
        topic=draw(TEXTS),
    )


@st.composite
def pairs(draw):
    """A figure, and one that differs from it in some of its parts, or in none."""
    one, other = draw(figures()), draw(figures())
    names = ("quantity", "measure", "unit", "subject", "source", "level", "place", "industry", "population")
    taken = draw(st.sets(st.sampled_from((*names, "period", "label", "topic")), max_size=3))
    return one, replace(one, **{name: getattr(other, name) for name in taken})


@given(pairs())
def test_the_keys_differ_if_and_only_if_a_reason_is_given(pair):
    one, other = pair
    found = reasons(one, other)
    assert (question(one) != question(other)) == bool(found)
    assert all(reason.strip() for reason in found)


@given(pairs())
def test_neither_figure_is_the_first(pair):
    one, other = pair
    assert bool(reasons(one, other)) == bool(reasons(other, one))


PAY = Figure(
    key="level-1",
    field="median",
    quantity=Quantity.PAY,
    measure=Measure.MEDIAN,
    unit=Unit("USD", "year"),
    subject=SUBJECTS[0],
    source=GUIDES[0],
    publisher="A Publisher",
    value=Decimal(40_000),
    level=Named("guide-level-1", "Entry Level"),
    period=Period.of_year(2024),
)


def test_levels_of_two_guides_with_one_title_are_one_level():
    other = replace(PAY, source=GUIDES[1], level=Named("study-hit-level-1", "Entry level"))
    assert same_question(PAY, other)
    assert reasons(PAY, other) == []


def test_without_a_year_two_sources_never_answer_one_question_and_the_reason_is_said():
    undated = replace(PAY, period=Period())
    assert reasons(undated, replace(undated, source=GUIDES[1])) == ["neither says for which year"]


def test_what_is_missing_in_the_other_is_a_reason_too():
    assert reasons(
        replace(PAY, population="men", label="as converted"), replace(PAY, level=None, unit=Unit("USD"))
    ) == [
        "not as converted",
        "not a year",
        "for all levels together",
        "for everyone, not men",
    ]


def test_another_quantity_says_all_that_follows_from_it():
    growth = replace(PAY, quantity=Quantity.GROWTH, measure=Measure.CHANGE, unit=Unit("percent"))
    assert reasons(PAY, growth) == ["about growth in jobs"]
