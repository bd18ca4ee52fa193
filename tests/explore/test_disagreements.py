"""Where sources differ: only answers to the same question are held against each other."""

from datetime import date

import pytest

from explore.disagreements import all_disagreements, find_disagreements
from tests.factories import (
    CareerFactory,
    CredentialFactory,
    LadderFactory,
    OutlookFactory,
    PathFactory,
    RungFactory,
    SalaryFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db
MAY_2023 = {"reference_start": date(2023, 5, 1), "reference_end": date(2023, 5, 31)}
MAY_2015 = {"reference_start": date(2015, 5, 1), "reference_end": date(2015, 5, 31)}


@pytest.fixture
def guide():
    return SourceFactory(publisher="Himalayas")


@pytest.fixture
def career():
    return CareerFactory(title="Medical Records Administrator")


def differing(*statements):
    return find_disagreements(figure for statement in statements for figure in statement.figures())


def test_two_ranges_for_the_same_group_disagree(guide, career):
    first = SalaryFactory(career=career, source=guide, open_ended=True)
    second = SalaryFactory(career=career, source=guide, range=True)

    (found,) = differing(first, second)

    assert found.is_within_one_source
    assert [figure.value_text for figure in found.figures] == ["$30,000 to $70,000 or more", "$45,000 to $70,000"]


def test_figures_closer_than_the_coarser_ones_rounding_agree(guide, career):
    exact = SalaryFactory(career=career, source=guide, median=38_240)
    rounded = SalaryFactory(career=career, source=guide, median=38_000, as_printed="$38k USD")

    assert not differing(exact, rounded)


def test_figures_a_whole_rounding_step_apart_disagree_by_that_much(guide, career):
    first = SalaryFactory(career=career, source=guide, median=38_000)
    second = SalaryFactory(career=career, source=guide, median=39_000)

    (found,) = differing(first, second)

    assert found.gap == 1_000
    assert "$1,000 apart" in found.sentence


@pytest.mark.parametrize(
    "differs",
    [
        {"median": None, "mean": 52_000},
        {"pay_period": "hour", "median": 25},
        {"population": "entry level", "median": 35_000},
        {"currency": "EUR", "median": 35_000},
        {"place": None, "median": 35_000},
        {**MAY_2015, "median": 37_110},
    ],
    ids=["measure", "unit of time", "population", "currency", "place", "period"],
)
def test_figures_that_answer_different_questions_are_never_held_against_each_other(guide, career, differs):
    first = SalaryFactory(career=career, source=guide, **MAY_2023)
    second = SalaryFactory(career=career, source=guide, **{**MAY_2023, **differs})

    assert not differing(first, second)


def test_rungs_of_two_guides_with_one_title_meet(career):
    paid = {"career": career, **MAY_2023}
    for median, guide in ((38_000, SourceFactory()), (52_000, SourceFactory())):
        rung = RungFactory(ladder=LadderFactory(career=career, source=guide), title="Entry Level")
        SalaryFactory(source=guide, level=rung, median=median, **paid)

    (found,) = all_disagreements()

    assert not found.is_within_one_source
    assert [figure.value_text for figure in found.figures] == ["$38,000", "$52,000"]


def test_an_unstated_period_is_the_same_only_within_one_source(career):
    first = SalaryFactory(career=career, source=SourceFactory(), median=38_000)
    second = SalaryFactory(career=career, source=SourceFactory(), median=52_000)

    assert not differing(first, second)


def test_sources_that_state_the_same_period_may_disagree(career):
    first = SalaryFactory(career=career, source=SourceFactory(), median=38_000, **MAY_2023)
    second = SalaryFactory(career=career, source=SourceFactory(), median=52_000, **MAY_2023)

    (found,) = differing(first, second)

    assert not found.is_within_one_source


def test_growth_printed_in_two_ways_is_told_in_points(guide, career):
    window = {"start_year": 2014, "end_year": 2024}
    table = OutlookFactory(career=career, source=guide, growth_percent=15, as_printed="15%", **window)
    text = OutlookFactory(career=career, source=guide, growth_percent=17, as_printed="17%", **window)

    (found,) = [each for each in differing(table, text) if each.quantity == "growth"]

    assert "2 points apart" in found.sentence


def test_ways_in_are_the_same_by_what_one_has_at_the_end(guide, career):
    certificate = CredentialFactory(slug="certificate")
    first = PathFactory(career=career, source=guide, name="Certificate", months_min=6, months_max=18)
    second = PathFactory(career=career, source=guide, name="A certificate programme", months_min=9, months_max=12)
    first.credentials.set([certificate])
    second.credentials.set([certificate])

    found = differing(first, second)

    assert [each.quantity for each in found] == ["length"]


def test_a_deprecated_statement_disagrees_with_nothing(guide, career):
    SalaryFactory(career=career, source=guide, median=38_000)
    SalaryFactory(career=career, source=guide, median=52_000, rank="deprecated", rank_reason="Withdrawn by its source.")

    assert not all_disagreements()


def test_the_list_is_narrowed_by_career(guide, career):
    other = CareerFactory(title="Archivist")
    for of, median in ((career, 38_000), (career, 52_000), (other, 20_000), (other, 30_000)):
        SalaryFactory(career=of, source=guide, median=median)

    assert len(all_disagreements()) == 2
    assert [each.subject.name for each in all_disagreements(career=other.slug)] == ["Archivist"]


def test_the_guides_contradict_themselves_in_four_places(guides, db):
    asked = {(each.subject.code, each.figures[0].measure_text) for each in all_disagreements()}

    assert asked == {
        ("medical-records-administrator", "Pay range, a year"),
        ("medical-records-administrator", "Length: Certificate program"),
        ("health-information-technician", "Growth in jobs, projected"),
        ("health-information-manager", "Growth in jobs, projected"),
    }
