"""A guide's pay, row by row, as figures."""

from decimal import Decimal

import pytest

from facts.comparison import same_question
from facts.marks import Mark
from facts.measures import Measure
from salaries.models import Salary
from tests.factories import CareerFactory, LadderFactory, RungFactory, SalaryFactory, SourceFactory

pytestmark = pytest.mark.django_db


def told(row):
    return [(figure.field, figure.value_text) for figure in row.figures()]


@pytest.mark.parametrize(
    ("trait", "figures"),
    [
        ({}, [("median", "$47,190")]),
        ({"by_level": True}, [("median", "$38,000"), ("mean", "$42,000")]),
        ({"range": True}, [("range", "$45,000 to $70,000")]),
        ({"open_ended": True}, [("range", "$30,000 to $70,000 or more")]),
        ({"abroad": True}, [("range", "£25,000 to £40,000"), ("converted", "$32,000 to $50,000")]),
        ({"by_industry": True}, [("mean", "$161,530")]),
        ({"p10": 1, "median": 5, "p90": 9}, [("median", "$5"), ("p10", "$1"), ("p90", "$9")]),
        ({"median": None, "marks": {"median": {"suppressed": True}}}, [("median", "not released")]),
    ],
    ids=lambda said: " ".join(said) if isinstance(said, dict) else "",
)
def test_every_amount_that_the_source_gives_is_a_figure(trait, figures):
    assert told(SalaryFactory(**trait)) == figures


def test_a_figure_has_the_words_of_its_row():
    salary = SalaryFactory(by_level=True, credited_to_bls=True, in_may_2023=True, population="full time")
    figure = salary.figure("median")
    assert (figure.subject.code, figure.level.code) == (salary.career.slug, salary.level.key)
    assert (figure.place.code, figure.population, figure.attributed_to) == ("US", "full time", "BLS")
    assert figure.measure is Measure.MEDIAN
    assert (figure.unit.name, figure.unit.per) == ("USD", "year")
    assert figure.period_text == "May 2023"
    assert figure.source.code == salary.source.slug
    assert figure.standing == "claim"
    assert figure.address == f"{salary.key}#median"


def test_a_conversion_is_in_its_own_currency_and_answers_a_question_of_its_own():
    salary = SalaryFactory(abroad=True)
    paid, converted = salary.figures()
    assert (paid.unit.name, converted.unit.name) == ("GBP", "USD")
    assert not same_question(converted, paid)
    assert converted.label == "as the source converts it to USD"


def test_a_mark_on_one_end_is_a_mark_of_the_range():
    salary = SalaryFactory(open_ended=True)
    assert salary.is_open_ended
    assert salary.figure("range").marks == {Mark.OPEN_ENDED}
    assert not SalaryFactory(range=True).is_open_ended


def test_there_is_no_figure_for_what_is_not_given():
    assert SalaryFactory().figure("mean") is None


def test_amounts_are_exact():
    salary = Salary.objects.get(pk=SalaryFactory(median="22.35").pk)
    assert salary.figure("median").value == Decimal("22.35")


def test_by_level_goes_up_the_ladder():
    ladder = LadderFactory()
    for position in (3, 1, 2):
        SalaryFactory(level=RungFactory(ladder=ladder, position=position))
    SalaryFactory()
    assert [salary.level.position for salary in Salary.objects.by_level()] == [1, 2, 3]


def test_for_a_career_source_by_source_in_their_order():
    career, one, other = CareerFactory(), SourceFactory(), SourceFactory()
    rows = [SalaryFactory(career=career, source=source) for source in (one, other, one)]
    SalaryFactory()
    assert [*Salary.objects.for_career(career)] == [rows[0], rows[2], rows[1]]


def test_the_words_of_many_figures_take_one_query(django_assert_num_queries):
    for trait in ("by_level", "abroad", "by_industry", "range"):
        SalaryFactory(**{trait: True})
    with django_assert_num_queries(1):
        assert all(figure.sentence for salary in Salary.objects.with_words() for figure in salary.figures())
