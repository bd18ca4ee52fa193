"""What people in an occupation do, know and work with."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.models import OccupationTool, Task
from explore.importance import ANSWERS, importance_in_words
from explore.occupation import read_occupation
from explore.occupation_profile import Work
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def specialists():
    return make.OccupationFactory(code="29-2072", title="Medical Records Specialists")


@pytest.fixture
def whole(specialists):
    return make.OccupationFactory(onet=True, code="29-2072.00", parent=specialists)


def test_a_soc_occupation_is_described_by_the_part_that_is_the_whole(specialists, whole):
    nurse = make.OccupationFactory(onet=True, code="29-2072.01", parent=specialists)
    make.TaskFactory(occupation=whole, statement="Codes charts.")
    make.TaskFactory(occupation=nurse, statement="Trains others.")
    work = read_occupation("29-2072").work
    assert work.described == whole
    assert work.others == [nurse]
    assert [task.statement for task in work.tasks] == ["Codes charts."]
    assert [task.statement for task in read_occupation("29-2072.01").work.tasks] == ["Trains others."]


def test_core_tasks_come_first(specialists, whole):
    for kind in (Task.Kind.SUPPLEMENTAL, Task.Kind.CORE):
        make.TaskFactory(occupation=whole, kind=kind)
    assert [task.kind for task in Work(specialists).tasks] == ["core", "supplemental"]


def test_ratings_stand_by_importance_with_their_level_and_words(specialists, whole):
    for code, name, importance in (("2.A.1.a", "Reading", "3.62"), ("2.B.1.a", "Listening", "4.50")):
        make.ElementFactory(code=code, name=name)
        make.RatingFactory(occupation=whole, element_code=code, value=importance)
    make.RatingFactory(occupation=whole, element_code="2.A.1.a", scale_code="LV", value="4.12")
    make.RatingFactory(occupation=whole, element_code="2.C.1.a", value=5)
    work = Work(specialists)
    shown = [(one.name, one.in_words, one.level and one.level.value) for one in work.skills]
    assert shown == [("Listening", "extremely important", None), ("Reading", "very important", Decimal("4.12"))]
    assert [one.name for one in work.knowledge] == ["2.C.1.a"]
    assert work.abilities == []


def test_a_rating_that_the_publisher_advises_against_is_left_out(specialists, whole):
    make.RatingFactory(occupation=whole, recommend_suppress=True)
    assert Work(specialists).skills == []


def test_each_part_is_of_the_newest_release_that_has_it(specialists, whole):
    newer = make.ReleaseFactory(
        onet=True, slug="29-3", label="29.3", period_start=date(2025, 5, 1), period_end=date(2025, 5, 31)
    )
    hidden = make.ReleaseFactory(onet=True, importing=True, slug="30-0", period_start=None, period_end=None)
    make.TaskFactory(occupation=whole, statement="Old.")
    make.OccupationToolFactory(occupation=whole)
    make.TaskFactory(occupation=whole, statement="New.", release=newer)
    make.TaskFactory(occupation=whole, statement="Not out yet.", release=hidden)
    work = Work(specialists)
    assert [task.statement for task in work.tasks] == ["New."]
    assert [tool.release.label for tool in work.technology] == ["29.0"]


def test_technology_and_tools_are_told_apart_and_what_is_in_demand_comes_first(specialists, whole):
    make.OccupationToolFactory(occupation=whole, name="A")
    make.OccupationToolFactory(occupation=whole, name="B", in_demand=True)
    make.OccupationToolFactory(occupation=whole, tool=True)
    work = Work(specialists)
    assert [tool.name for tool in work.technology] == ["B", "A"]
    assert [tool.kind for tool in work.tools] == [OccupationTool.Kind.TOOL]


def test_skills_may_be_inherited_from_where_the_jobs_came_from(specialists, whole):
    former = make.OccupationFactory(code="29-2071", soc_2010=True)
    old = make.OccupationFactory(scheme="onet-soc-2010", code="29-2071.00", parent=former)
    make.CrosswalkFactory(from_occupation=former, to_occupation=specialists)
    assert read_occupation("29-2072").work.inherited is None
    make.RatingFactory(occupation=old)
    inherited = read_occupation("29-2072").work.inherited
    assert inherited.described == old
    assert len(inherited.skills) == 1
    make.RatingFactory(occupation=whole)
    assert read_occupation("29-2072").work.inherited is None


def test_education_zone_entry_and_what_is_near(specialists, whole):
    make.ElementCategoryFactory(number=6, description="Bachelor’s Degree")
    make.CategoryShareFactory(occupation=whole, number=6, percent="88.98")
    make.JobZoneFactory()
    make.OccupationJobZoneFactory(occupation=whole)
    make.TypicalEntryFactory(occupation=specialists)
    for position in (2, 1):
        make.RelatedOccupationFactory(occupation=whole, position=position)
    work = Work(specialists)
    assert [(share.answer, share.percent) for share in work.education] == [("Bachelor’s Degree", Decimal("88.98"))]
    assert work.job_zone.zone.name == "Medium preparation"
    assert work.typical_entry.education == "Postsecondary nondegree award"
    assert [row.position for row in work.related] == [1, 2]


def test_what_no_release_describes_is_empty(specialists):
    work = Work(specialists)
    assert (work.described, work.release, work.job_zone, work.typical_entry, work.inherited) == (
        specialists,
        *[None] * 4,
    )
    assert not any((work.parts, work.tasks, work.skills, work.tools, work.education, work.titles, work.related))


@given(value=st.decimals(min_value=1, max_value=5, places=2))
def test_the_words_are_those_of_the_nearest_answer(value):
    nearest = min(abs(value - answer) for answer in ANSWERS)
    answer = next(number for number, words in ANSWERS.items() if words == importance_in_words(value))
    assert abs(value - answer) == nearest
