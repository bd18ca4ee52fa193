"""Filters name what makes no sense in a request, and still apply the rest."""

import pytest
from django.http import QueryDict

from careers.models import Career
from explore.filters.base import Filters
from explore.filters.careers import CareerFilter
from explore.filters.occupations import OccupationFilter
from explore.filters.problems import is_plain, shown
from explore.filters.statements import filters_of
from explore.reference_releases import newest_yardstick
from facts.kinds import kind_of
from salaries.models import Salary
from tests.factories import (
    CareerFactory,
    CareerSkillFactory,
    CredentialFactory,
    FieldFactory,
    IndustryFactory,
    OccupationFactory,
    PathFactory,
    PlaceFactory,
    RequirementFactory,
    SalaryFactory,
    SkillFactory,
    WageFactory,
)

pytestmark = pytest.mark.django_db


def careers(asked: str) -> CareerFilter:
    return CareerFilter(QueryDict(asked), Career.objects.order_by("pk"))


def salaries(asked: str) -> Filters:
    return filters_of(kind_of(Salary))(QueryDict(asked), Salary.objects.order_by("pk"))


def test_what_makes_sense_is_applied_beside_what_does_not():
    kept = SalaryFactory(median=50_000)
    SalaryFactory(median=30_000)
    found = salaries("median_min=40000&median_max=lots&place=Atlantis")
    assert list(found.qs) == [kept]
    assert [(problem.parameter, problem.code) for problem in found.problems] == [
        ("place", "unknown_value"),
        ("median_max", "invalid"),
    ]


def test_of_a_list_the_values_that_there_are_are_applied():
    kept = CareerFactory(field=FieldFactory(slug="databases"))
    CareerFactory(field=FieldFactory(slug="health"))
    found = careers("field=databases,alchemy")
    assert list(found.qs) == [kept]
    assert [problem.message for problem in found.problems] == ["There is no field “alchemy”."]


def test_a_list_given_value_by_value_as_a_form_sends_it_is_one_list():
    for slug in ("a", "b", "c"):
        CareerFactory(field=FieldFactory(slug=slug))
    found = careers("field=a&field=b&q=")
    assert found.qs.count() == 2
    assert not found.problems


def test_all_rows_referred_to_are_looked_up_at_once(django_assert_num_queries):
    CareerFactory(field=FieldFactory(slug="databases"))
    SkillFactory(slug="sql")
    found = careers("field=databases&skill=sql")
    with django_assert_num_queries(1):
        assert not found.problems


def test_each_table_is_looked_through_once_for_what_may_have_been_meant(django_assert_num_queries):
    CareerFactory()
    found = careers("field=a,b&skill=c,d&credential=e&occupation=f&education=g")
    with django_assert_num_queries(1 + 5):
        assert len(found.problems) == 7


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("career=archivst", "There is no career “archivst”. Did you mean “archivist”?"),
        ("career=Records Archivist", "There is no career “Records Archivist”. Did you mean “archivist”?"),
        ("place=Canada", "There is no place “Canada”. Did you mean “CA”?"),
        ("place=Atlantis", "There is no place “Atlantis”."),
        ("industry=000001", "There is no industry “000001”."),
    ],
)
def test_what_was_probably_meant_is_named_by_its_code(asked, said):
    CareerFactory(slug="archivist", title="Records archivist")
    PlaceFactory(canada=True)
    IndustryFactory(code="000000")
    assert [problem.message for problem in salaries(asked).problems] == [said]


def test_of_several_unknown_values_the_first_is_helped_with():
    CareerFactory(slug="archivist")
    first, second = salaries("career=archivst,archvist").problems
    assert "Did you mean" in first.message
    assert "Did you mean" not in second.message


def test_what_is_asked_for_can_be_read_back():
    CareerFactory(field=FieldFactory(slug="databases"))
    assert careers("field=databases,nothing&q=&months_max=12").asked == {"field": ["databases"], "months_max": 12}


def test_a_range_whose_ends_have_changed_places_is_pointed_out():
    (problem,) = salaries("median_min=2&median_max=1").crossed
    assert (problem.parameter, problem.code) == ("median_max", "below_lowest")
    assert not salaries("median_min=1&median_max=1").crossed


def test_careers_by_skill_credential_and_way_in_come_once_each():
    career = CareerFactory()
    CareerFactory()
    skills = [CareerSkillFactory(career=career, position=n).skill for n in (1, 2)]
    credentials = [CredentialFactory(), CredentialFactory(associate=True)]
    RequirementFactory(career=career, credentials=credentials)
    RequirementFactory(career=career, position=2, credentials=credentials)
    PathFactory(career=career, months_max=12)
    for asked in (
        f"skill={skills[0].slug},{skills[1].slug}",
        f"credential={credentials[0].slug},{credentials[1].slug}",
        "education=associates-degree",
        "months_max=12",
    ):
        assert list(careers(asked).qs) == [career], asked
    assert not careers("months_max=11").qs
    assert careers(f"education={credentials[0].slug}").problems  # a certification is no schooling


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("median_min=9000", {"29-0002", "29-0003"}),
        ("median_max=40000", {"29-0001", "29-0002"}),
        ("employment_min=200", {"29-0003"}),
        ("q=29-0003", {"29-0003"}),
    ],
)
def test_occupations_are_narrowed_by_the_newest_record(asked, codes):
    for code, median, jobs in (("29-0001", 8_000, 10), ("29-0002", 40_000, 100), ("29-0003", 64_000, 1_000)):
        pay = {"annual_median": median, "annual_p10": None, "annual_p25": None}
        WageFactory(occupation=OccupationFactory(code=code), employment=jobs, **pay)
    found = OccupationFilter(QueryDict(asked), newest_yardstick().occupations())
    assert {row.code for row in found.qs} == codes


def test_only_what_is_asked_for_is_made():
    assert list(careers("field=databases").filters) == ["field"]
    assert list(careers("").filters) == []


@pytest.mark.parametrize(("text", "plain"), [("naïve", True), ("a\x00b", False), ("\ud800", False), ("", True)])
def test_text_that_no_database_holds_is_told(text, plain):
    assert is_plain(text) is plain


def test_a_long_text_is_shown_cut():
    assert shown("x" * 100) == f"“{'x' * 60}…”"
