"""Careers, their ladders and occupations."""

import pytest

from careers.models import Career, Occupation
from tests.factories import (
    AlternateTitleFactory,
    CareerFactory,
    LadderFactory,
    OccupationFactory,
    OccupationMatchFactory,
    RungFactory,
    SkillFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["Clerk", "clerk", "RECORDS C", "chart"])
def test_a_career_is_found_once_by_its_title_or_another_of_its_names(words):
    clerk = CareerFactory(title="Records Clerk")
    AlternateTitleFactory(career=clerk, title="Chart Clerk")
    AlternateTitleFactory(career=clerk, title="Chart Keeper")
    CareerFactory(title="Database Administrator")
    assert [*Career.objects.titled(words)] == [clerk]


def test_a_career_is_tied_to_occupations():
    match = OccupationMatchFactory()
    assert [*match.career.occupations.all()] == [match.occupation]
    assert [*match.occupation.careers.all()] == [match.career]


def test_a_career_belongs_to_itself_and_a_rung_to_its_ladders_career():
    rung = RungFactory()
    assert rung.belongs_to_career == rung.ladder.career == rung.ladder.career.belongs_to_career


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({}, "2 to 5 years"),
        ({"years_min": 0, "years_max": 2}, "0 to 2 years"),
        ({"open_ended": True}, "12 years or more"),
        ({"years_min": None, "years_max": 2}, "0 to 2 years"),
    ],
)
def test_a_rungs_years_are_a_figure(said, text):
    figure = RungFactory(**said).experience
    assert figure.value_text == text


def test_a_rungs_years_say_what_they_count():
    rung = RungFactory(years_basis="total")
    assert rung.experience.measure_text == "Years of experience, in total"
    assert (rung.experience.level.name, rung.experience.as_printed) == (rung.title, "2-5 years")


def test_a_rung_without_years_has_no_figure():
    assert RungFactory(without_years=True).experience is None


def test_a_ladder_is_read_from_the_bottom():
    ladder = LadderFactory()
    for position in (2, 3, 1):
        RungFactory(ladder=ladder, position=position)
    assert [rung.position for rung in ladder.rungs.all()] == [1, 2, 3]


def test_occupations_of_the_scheme_in_force_and_of_the_finest_level():
    detailed = OccupationFactory()
    major = OccupationFactory(major=True)
    OccupationFactory(soc_2010=True, code=detailed.code)
    assert {*Occupation.objects.current()} == {detailed, major}
    assert [*Occupation.objects.current().detailed()] == [detailed]


def test_a_code_is_found_in_every_scheme_the_newest_first():
    codes = [OccupationFactory(scheme=scheme, code="29-2071") for scheme in ("soc-2010", "soc-2018")]
    OccupationFactory()
    assert [*Occupation.objects.with_code("29-2071")] == codes[::-1]


def test_an_older_scheme_is_part_of_the_address():
    assert OccupationFactory(code="29-2072").get_absolute_url() == "/occupations/29-2072/"
    assert (
        OccupationFactory(code="29-2071", soc_2010=True).get_absolute_url() == "/occupations/29-2071/?scheme=soc-2010"
    )


@pytest.mark.parametrize(("trait", "kind"), [({}, "technical"), ({"soft": True}, "soft"), ({"tool": True}, "tool")])
def test_a_skill_is_of_a_kind(trait, kind):
    assert SkillFactory(**trait).kind == kind
