"""The rules of readiness: whatever is asked and had, the sum keeps its promises."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explore.readiness import Having, judge
from explore.readiness.economics import prospects
from explore.readiness.having import Ability
from explore.readiness.inputs import Inputs
from explore.readiness.judging import Asked
from explore.readiness.ladder import ReadinessRung, climb_of
from explore.readiness.reading import Answers
from explore.readiness.terms import Award, Doing, Holding, Weight, YearsTerm
from explore.readiness.ways import ReadinessWay

SKILLS = ("epic", "coding", "sql", "law")
AWARDS = (Award("rhit", "RHIT"), Award("rhia", "RHIA"), Award("associate", "Associate’s", 3), Award("bachelor", "B", 4))

weights = st.sampled_from(["0.5", "1", "2", "3", "4.12"]).map(lambda text: Weight(Decimal(text), "typical"))
doing = st.builds(Doing, key=st.sampled_from(SKILLS), label=st.just("A skill"), weight=weights, is_tool=st.booleans())
holding = st.builds(
    Holding,
    key=st.just("held"),
    label=st.just("A credential"),
    weight=weights,
    awards=st.lists(st.sampled_from(AWARDS), min_size=1, max_size=3, unique=True).map(tuple),
)
years = st.builds(YearsTerm, key=st.just("years"), label=st.just("Years"), weight=weights, years=st.integers(1, 20))
asked = st.lists(doing | holding | years, max_size=8).map(lambda terms: Asked(tuple(terms)))
having = st.builds(
    Having,
    abilities=st.dictionaries(st.sampled_from(SKILLS), st.sampled_from(Ability)),
    credentials=st.none() | st.frozensets(st.sampled_from([award.slug for award in AWARDS])),
    education=st.none() | st.integers(0, 5),
    years=st.none() | st.integers(0, 40),
)


def more_of(having, skill):
    """The same, and the skill one step better."""
    better = Ability(min(having.abilities.get(skill, Ability.NOT_YET) + 1, Ability.ALONE))
    return replace(having, abilities={**having.abilities, skill: better})


@given(asked, having, st.sampled_from(SKILLS))
def test_more_skill_never_lowers_the_score(asked, having, skill):
    answered = replace(having, abilities={skill: Ability.NOT_YET, **having.abilities})
    before, after = judge(asked, answered), judge(asked, more_of(answered, skill))
    assert (after.low, after.high) >= (before.low, before.high)
    assert after.high >= before.high


@given(asked, having, st.sampled_from([award.slug for award in AWARDS]), st.integers(0, 10))
def test_more_credentials_schooling_or_years_never_lower_the_score(asked, having, credential, more):
    known = replace(having, credentials=having.credentials or frozenset(), education=having.education or 0)
    known = replace(known, years=known.years or 0)
    before = judge(asked, known)
    for richer in (
        replace(known, credentials=known.credentials | {credential}),
        replace(known, education=known.education + more),
        replace(known, years=known.years + more),
    ):
        after = judge(asked, richer)
        assert after.low >= before.low
        assert after.high >= before.high


@given(asked, having)
def test_what_is_left_unsaid_never_raises_the_lower_bound_nor_lowers_the_upper(asked, having):
    whole = judge(asked, having)
    for poorer in (
        replace(having, abilities={}),
        replace(having, credentials=None),
        replace(having, education=None),
        replace(having, years=None),
    ):
        unsaid = judge(asked, poorer)
        assert unsaid.low <= whole.low
        assert unsaid.high >= whole.high


@given(asked, having)
def test_the_shown_terms_add_up_to_the_score(asked, having):
    result = judge(asked, having)
    assert sum(each.low for each in result.judged) == result.low
    assert sum(each.high for each in result.judged) == result.high
    assert 0 <= result.low <= result.high <= result.whole
    assert all(each.met.sentence for each in result.judged)
    if result.whole:
        assert result.score_low == int((result.low * 100 / result.whole).to_integral_value("ROUND_HALF_UP"))
    else:
        assert result.score_low is None


@given(asked, having, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(asked, having, drawn):
    answers = list(having.abilities.items())
    drawn.shuffle(answers)
    terms = list(asked.terms)
    drawn.shuffle(terms)
    again = judge(replace(asked, terms=tuple(terms)), replace(having, abilities=dict(answers)))
    once = judge(asked, having)
    assert (again.low, again.high, again.score_low) == (once.low, once.high, once.score_low)


@pytest.mark.parametrize(
    ("having", "share"),
    [
        (Having(), (0, 1)),
        (Having(credentials=frozenset()), (0, 1)),
        (Having(credentials=frozenset(), education=0), (0, 0)),
        (Having(credentials=frozenset({"rhit"})), (1, 1)),
        (Having(education=4), (1, 1)),
        (Having(education=2, credentials=frozenset({"rhia"})), (0, 0)),
    ],
)
def test_one_of_several_credentials_is_enough_and_a_higher_award_covers_a_lower(having, share):
    term = Holding(
        "x", "A degree, a certification, or both", Weight(Decimal(2), "typical"), awards=(AWARDS[0], AWARDS[2])
    )
    met = term.met_by(having)
    assert (met.low, met.high) == share


def test_what_brings_most_points_is_named_first():
    weighty, slight = (Doing(key, key, Weight(Decimal(weight), "typical")) for key, weight in (("sql", 3), ("law", 1)))
    having = Having(abilities={"sql": Ability.NOT_YET, "law": Ability.NOT_YET})
    for terms in ((weighty, slight), (slight, weighty)):
        missing = judge(Asked(terms), having).missing
        assert [(each.term.key, each.missing) for each in missing] == [("sql", 3), ("law", 1)]
    half = judge(Asked((weighty,)), Having(abilities={"sql": Ability.WITH_HELP})).missing
    assert [each.missing for each in half] == [Decimal("1.5")]


def test_only_what_you_do_is_rated_and_another_answer_is_not_asked():
    terms = (
        Doing("sql", "SQL", Weight(Decimal(1), "typical")),
        Holding("rhit", "RHIT", Weight(Decimal(1), "typical"), awards=(AWARDS[0],)),
        YearsTerm("years", "Years", Weight(Decimal(1), "typical"), years=2),
    )
    answers = Answers(Having(abilities=dict.fromkeys(("sql", "rhit", "years"), Ability.ALONE)))
    assert [term.is_rated for term in terms] == [True, False, False]
    assert answers.not_asked(Asked(terms)) == ["rhit", "years"]


LADDER = [
    ReadinessRung(position, title, low, high, Decimal(pay), "USD", "median")
    for position, (title, low, high, pay) in enumerate(
        [("Junior", 0, 2, 38_000), ("Full", 2, 5, 52_000), ("Senior", 5, 8, 65_000)], start=1
    )
]


@pytest.mark.parametrize(
    ("years", "here", "to_go"), [(0, "Junior", 2), (2, "Full", 3), (4, "Full", 1), (30, "Senior", None)]
)
def test_the_rung_that_fits_is_the_highest_whose_years_one_has(years, here, to_go):
    climb = climb_of(LADDER, Having(years=years))
    assert climb.here.title == here
    assert climb.years_to_next == to_go


def test_the_wanted_rung_is_the_lowest_that_pays_enough():
    assert climb_of(LADDER, Having(pay=Decimal(60_000))).wanted.title == "Senior"
    assert climb_of(LADDER, Having(pay=Decimal(60_001_000))).wanted is None


def test_a_rise_is_known_in_one_currency_and_one_measure_only():
    assert climb_of(LADDER, Having(years=2)).rise == 13_000
    mixed = [LADDER[0], replace(LADDER[1], measure="mean")]
    assert climb_of(mixed, Having(years=0)).rise is None


def test_payback_is_the_cost_over_the_rise():
    way = ReadinessWay("w", "Certificate", (AWARDS[0],), 6, 18, Decimal(2_000), Decimal(10_000), "USD")
    term = Holding("x", "RHIT", Weight(Decimal(2), "typical"), awards=(AWARDS[0],))
    (ranked,) = judge(Asked((term,), rungs=tuple(LADDER), ways=(way,)), Having(years=2, credentials=frozenset())).ways
    # 2,000 / 13,000 × 12 = 1.85 months; 10,000 / 13,000 × 12 = 9.23 months
    assert ranked.payback == (2, 9)
    assert ranked.points == 2


def test_pay_over_ten_years_is_added_up_month_by_month():
    way = ReadinessWay("w", "Certificate", (), 12, 12, Decimal(6_000), Decimal(6_000), "USD")
    (one,) = prospects([way], LADDER, years=10, pay_now=Decimal(30_000))
    # a year at 30,000 while studying, two at 38,000, three at 52,000, four at 65,000
    assert one.best.earned == 30_000 + 2 * 38_000 + 3 * 52_000 + 4 * 65_000
    assert one.best.gain == one.best.earned - 6_000 - 10 * 30_000
    # 8,000 a year more than before: 6,000 are won back in nine months after the twelve of study
    assert one.best.breaks_even == 12 + 9
    assert one.best == one.worst


def test_who_stops_working_to_study_breaks_even_later():
    way = ReadinessWay("w", "Degree", (), 24, 24, Decimal(20_000), Decimal(20_000), "USD")
    (beside,) = prospects([way], LADDER, years=10, pay_now=Decimal(30_000))
    (instead,) = prospects([way], LADDER, years=10, pay_now=Decimal(30_000), works_meanwhile=False)
    assert beside.best.earned - instead.best.earned == 60_000
    assert (beside.best.forgone, instead.best.forgone) == (0, 60_000)
    assert instead.best.breaks_even > beside.best.breaks_even


def test_who_has_years_in_the_work_begins_on_the_rung_that_they_reach():
    way = ReadinessWay("w", "Certificate", (), 12, 12, Decimal(6_000), Decimal(6_000), "USD")
    (one,) = prospects([way], LADDER, years=10, pay_now=Decimal(38_000), years_had=2)
    # a year at 38,000 while studying, three at 52,000 until five years are full, six at 65,000
    assert one.best.earned == 38_000 + 3 * 52_000 + 6 * 65_000


def test_a_readers_own_figures_take_the_place_of_the_sources():
    way = ReadinessWay("w", "Course", (AWARDS[0],), 6, 18, None, None, "")
    said = Asked((), rungs=tuple(LADDER), target=LADDER[1], ways=(way,))
    inputs = Inputs(
        costs={"w": Decimal(500), "x": Decimal(1)}, months={"w": 3}, earns={2: Decimal(60_000), 9: Decimal(1)}
    )
    asked = inputs.into(said)
    (own,) = asked.ways
    assert (own.cost_low, own.cost_high, own.months_min, own.months_max) == (500, 500, 3, 3)
    assert (own.is_own_cost, own.is_own_length, own.currency) == (True, True, "USD")
    assert [rung.pay for rung in asked.rungs] == [38_000, 60_000, 65_000]
    assert asked.target.is_own
    assert list(inputs.elsewhere(said)) == ["cost[x]", "earns[9]"]
    assert judge(asked, Having(years=0)).climb.rise == 22_000


@given(st.integers(1, 40), st.integers(0, 120), st.integers(0, 60_000), st.booleans())
def test_the_sum_of_a_way_holds_against_adding_up_by_hand(years, study, cost, works):
    way = ReadinessWay("w", "Way", (), study, study, Decimal(cost), Decimal(cost), "USD")
    (one,) = prospects([way], LADDER, years=years, pay_now=Decimal(30_000), works_meanwhile=works)
    months = years * 12
    pay = lambda month: 38_000 if month < 24 else 52_000 if month < 60 else 65_000  # noqa: E731
    told = [(30_000 if works else 0) if month < study else pay(month - study) for month in range(months)]
    assert abs(one.best.earned - Decimal(sum(told)) / 12) <= Decimal("0.01")
    ahead = [sum(told[: month + 1]) - 30_000 * (month + 1) - cost * 12 for month in range(months)]
    even = [month + 1 for month in range(study, months) if ahead[month] >= 0]
    assert one.best.breaks_even == (even[0] if even else None)


def test_a_way_without_an_upper_end_costs_and_takes_at_most_what_is_given():
    way = ReadinessWay("w", "Course", (), 12, None, Decimal(6_000), None, "USD")
    (one,) = prospects([way], LADDER, years=10, pay_now=Decimal(30_000))
    assert one.worst == one.best
    (dear,) = prospects([replace(way, months_max=24, cost_high=Decimal(9_000))], LADDER, years=10)
    assert (dear.best.months, dear.best.cost, dear.worst.months, dear.worst.cost) == (12, 6_000, 24, 9_000)


def test_a_way_without_cost_or_length_has_no_sum():
    (one,) = prospects([ReadinessWay("w", "Course", (), None, None, Decimal(5))], LADDER, years=10)
    assert (one.best, one.worst) == (None, None)
