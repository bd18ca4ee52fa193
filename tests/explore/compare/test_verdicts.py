"""Whether figures in a row may be compared, and what comes of it. No database."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explore.compare.answers import ComparedAnswer
from explore.compare.verdicts import ComparisonVerdict, judge_figures, judge_words
from facts.figure import Figure, Named
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.models import Source
from facts.periods import Period
from facts.units import Unit

MAY_2015 = Period(date(2015, 5, 1), date(2015, 5, 31))
MAY_2023 = Period(date(2023, 5, 1), date(2023, 5, 31))


def pay(value=None, *, of="a", source="guide", measure=Measure.MEAN, period=MAY_2015, **more) -> Figure:
    """What a source says a career is paid."""
    return Figure(
        key=f"{source}-{of}",
        field=str(measure),
        quantity=more.pop("quantity", Quantity.PAY),
        measure=measure,
        unit=more.pop("unit", Unit("USD", "year")),
        subject=Named(of, of.upper()),
        source=Named(source, source),
        publisher=source.title(),
        value=None if value is None else Decimal(value),
        period=period,
        **more,
    )


def judged(*cells, **more):
    return judge_figures(cells, "ABCD"[: len(cells)], **more)


def test_a_row_of_which_nobody_says_anything_has_no_verdict():
    assert judged([], []) is None


def test_a_figure_that_is_withheld_says_nothing():
    withheld = pay(marks=frozenset({Mark.SUPPRESSED}))
    assert judged([withheld], []) is None
    assert judged([withheld], [pay(40_000)]).verdict is ComparisonVerdict.ONE_SAYS


def test_two_answers_to_one_question_differ_by_so_much():
    found = judged([pay(40_430)], [pay(106_070, of="b")])
    assert (found.verdict, found.reason) == (ComparisonVerdict.DIFFERS, "B is $65,640 higher than A.")
    assert found.apart == frozenset()


def test_answers_within_the_coarser_rounding_are_the_same():
    assert judged([pay(40_000)], [pay(40_430, of="b")]).verdict is ComparisonVerdict.SAME


def test_growth_is_apart_in_points():
    growth = {"unit": Unit("percent"), "measure": Measure.CHANGE}
    found = judged([pay("7.1", **growth)], [pay("23.2", of="b", **growth)])
    assert found.reason == "B is 16.1 points higher than A."


def test_a_mean_is_not_set_against_a_median():
    found = judged([pay(40_430)], [pay(47_190, of="b", measure=Measure.MEDIAN)])
    assert found.verdict is ComparisonVerdict.NOT_COMPARED
    assert found.reason == "They answer different questions, so no gap is given. A: mean; B: median."


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"period": MAY_2023}, "A: May 2015; B: May 2023."),
        ({"unit": Unit("USD", "hour")}, "A: USD a year; B: USD an hour."),
        ({"unit": Unit("CAD", "year")}, "A: USD a year; B: CAD a year."),
        ({"place": Named("US", "United States")}, "A: place not stated; B: United States."),
        ({"industry": Named("hospitals", "Hospitals")}, "A: all industries; B: Hospitals."),
        ({"population": "entry level"}, "A: everyone; B: entry level."),
    ],
)
def test_every_part_of_a_question_that_differs_is_named(other, said):
    assert judged([pay(40_430)], [pay(47_190, of="b", **other)]).reason.endswith(said)


def test_two_undated_figures_of_two_sources_are_not_compared():
    undated = Period()
    found = judged([pay(1, period=undated)], [pay(2, of="b", source="other", period=undated)])
    assert found.verdict is ComparisonVerdict.NOT_COMPARED
    assert "No source says for which year" in found.reason


def test_two_undated_figures_of_one_source_are_compared():
    undated = Period()
    assert judged([pay(10, period=undated)], [pay(20, of="b", period=undated)]).verdict is ComparisonVerdict.DIFFERS


def test_who_answers_another_question_stands_apart_from_those_who_answer_one():
    median = pay(47_190, of="c", measure=Measure.MEDIAN, period=MAY_2023)
    found = judged([pay(40_430)], [pay(106_070, of="b")], [median])
    assert (found.verdict, found.apart) == (ComparisonVerdict.NOT_COMPARED, frozenset({2}))
    assert found.reason == (
        "B is $65,640 higher than A. C stands apart, so no gap is given. A and B: mean, May 2015; C: median, May 2023."
    )


def test_the_level_of_a_figure_does_not_keep_two_careers_apart():
    levels = [Named("rung-1", "Junior"), Named("rung-2", "Entry")]
    assert judged([pay(10, level=levels[0])], [pay(20, of="b", level=levels[1])]).verdict is ComparisonVerdict.DIFFERS


def test_an_item_with_two_answers_is_said_to_have_two():
    both = [pay(15, unit=Unit("percent")), pay(17, unit=Unit("percent"), source="guide")]
    found = judged(both, [pay(17, of="b", unit=Unit("percent"))])
    assert found.verdict is ComparisonVerdict.NOT_COMPARED
    assert found.reason == "A is given as +15% or +17%, and nothing here settles which."


def test_the_others_that_agree_are_said_to_be_the_same():
    both = [pay(15, unit=Unit("percent")), pay(17, unit=Unit("percent"), source="guide")]
    settled = [pay(17, of=of, unit=Unit("percent")) for of in ("b", "c")]
    found = judged(both, *([figure] for figure in settled))
    assert found.verdict is ComparisonVerdict.NOT_COMPARED
    assert found.reason.endswith("nothing here settles which. B and C are the same.")


def test_two_answers_that_are_both_far_from_the_other_still_differ():
    found = judged([pay(10), pay(20)], [pay(90, of="b")])
    assert found.verdict is ComparisonVerdict.DIFFERS
    assert "A is given as $10 or $20" in found.reason


def test_a_title_that_falls_in_two_groups_is_said_to():
    groups = [pay(51_140, of="soc-2018:29-2072"), pay(123_860, of="soc-2018:11-9111")]
    found = judged(groups, [groups[0]])
    assert found.reason == (
        "A is counted in 2 coded groups, and the title alone does not say which: $51,140 or $123,860."
    )


def test_those_who_are_settled_are_compared_beside_one_who_is_not():
    groups = [pay(51_140, of="soc-2018:29-2072"), pay(123_860, of="soc-2018:11-9111")]
    found = judged([groups[0]], [groups[1]], groups)
    assert found.reason.endswith("B is $72,720 higher than A.")
    assert found.apart == frozenset({2})


def test_a_row_may_be_one_that_is_never_compared():
    found = judged([pay(10)], [pay(10, of="b")], never="A rung is no rung of another ladder.")
    assert (found.verdict, found.reason) == (ComparisonVerdict.NOT_COMPARED, "A rung is no rung of another ladder.")


def test_a_range_has_no_one_distance():
    ends = {"measure": Measure.RANGE, "low": Decimal(10), "high": Decimal(20)}
    found = judged([pay(**ends)], [pay(of="b", **(ends | {"high": Decimal(90)}))])
    assert (found.verdict, found.reason) == (ComparisonVerdict.DIFFERS, "")


@given(st.lists(st.lists(st.integers(0, 10**6), max_size=3), min_size=2, max_size=4))
def test_whatever_is_said_has_a_verdict_and_names_only_columns_that_speak(amounts):
    cells = [[pay(n, of="abcd"[column]) for n in cell] for column, cell in enumerate(amounts)]
    found = judge_figures(cells, "ABCD"[: len(cells)])
    speaking = {column for column, cell in enumerate(cells) if cell}
    assert (found is None) == (not speaking)
    assert found is None or found.apart <= speaking
    assert found is None or (found.verdict is ComparisonVerdict.ONE_SAYS) == (len(speaking) == 1)


# Words

SOURCE = Source(slug="guide", publisher="Guide", title="Guide", kind=Source.Kind.GUIDE)


def words(*names, tokens=()):
    return [ComparedAnswer.of_words(", ".join(names), SOURCE, names=names, tokens=tokens)]


def test_words_that_name_the_same_are_the_same_in_any_order():
    assert judge_words([words("Epic", "Cerner"), words("Cerner", "Epic")], "AB").verdict is ComparisonVerdict.SAME


def test_words_that_name_other_things_differ_and_what_is_in_common_is_said():
    found = judge_words([words("Epic", "Cerner"), words("Cerner", "MEDITECH"), []], "ABC")
    assert (found.verdict, found.reason) == (ComparisonVerdict.DIFFERS, "In common: Cerner.")


def test_the_same_credential_asked_for_otherwise_differs():
    required = words("RHIT", tokens=["RHIT: required"])
    valued = words("RHIT", tokens=["RHIT: valued"])
    assert judge_words([required, valued], "AB").verdict is ComparisonVerdict.DIFFERS


def test_words_of_one_alone():
    assert judge_words([words("Epic"), []], "AB").verdict is ComparisonVerdict.ONE_SAYS
    assert judge_words([[], []], "AB") is None


# History


def growth(years, **more):
    period = Period(date(years[0], 1, 1), date(years[1], 12, 31))
    kind = {"quantity": Quantity.GROWTH, "measure": Measure.CHANGE, "unit": Unit("percent")}
    return pay(15, **kind, period=period, projected=True, **more)


def test_a_projection_whose_years_have_passed_is_called_history():
    found = judged([growth((2004, 2014))], [growth((2004, 2994), of="b")])
    assert found.reason.endswith("A: 2004 to 2014, now history; B: 2004 to 2994.")
    assert ComparedAnswer.of_figure(growth((2004, 2014))).words.endswith("2004 to 2014, now history")
