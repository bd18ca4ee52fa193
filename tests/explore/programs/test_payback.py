"""Tuition against earnings, and earnings against official pay, by hand."""

from decimal import Decimal

import pytest

from education.models import ProgramOutcome
from explore.programs.payback import gap_in_words, payback_of

PROGRAMS = [
    # school, level, tuition 2022-23, median earnings four years after, official median: tuition in all, months, gap
    ("Owens", "associate", 5_630, 39_604, 51_140, 11_260, "3.4", "23% below"),
    ("Cincinnati State", "associate", 5_274, 51_411, 51_140, 10_548, "2.5", "1% above"),
    ("Sinclair", "associate", 4_569, 45_867, 51_140, 9_138, "2.4", "10% below"),
    ("Columbus State", "associate", 5_188, 47_954, 51_140, 10_376, "2.6", "6% below"),
    ("Ohio State, nursing", "bachelor", 12_485, 81_795, 97_550, 49_940, "7.3", "16% below"),
]


@pytest.mark.parametrize(("school", "level", "tuition", "earnings", "pay", "cost", "months", "gap"), PROGRAMS)
def test_five_programs_by_hand(school, level, tuition, earnings, pay, cost, months, gap):
    payback = payback_of(level, tuition, earnings)
    assert (payback.cost, payback.months) == (cost, Decimal(months))
    assert gap_in_words(earnings, Decimal(pay)) == gap


def test_the_sum_is_shown():
    assert payback_of("associate", 5_630, 39_604).sum == "2 × $5,630 = $11,260"


@pytest.mark.parametrize(
    ("level", "tuition", "earnings"),
    [("associate", None, 39_604), ("associate", 5_630, None), ("associate", 5_630, 0), ("certificate", 5_630, 39_604)],
)
def test_nothing_is_computed_from_a_figure_that_is_missing(level, tuition, earnings):
    assert payback_of(level, tuition, earnings) is None


def test_no_level_of_graduate_study_has_tuition_of_undergraduates():
    assert all(
        payback_of(level, 5_000, 50_000) is None for level in set(ProgramOutcome.Level) - {"associate", "bachelor"}
    )


def test_free_tuition_is_paid_back_at_once():
    assert payback_of("associate", 0, 40_000).months == 0
