"""Coded occupations, and the record of one."""

import pytest

from api.serializers.occupation_records import OccupationRecordSerializer
from tests.factories import (
    CategoryShareFactory,
    CrosswalkFactory,
    ElementFactory,
    JobZoneFactory,
    OccupationFactory,
    OccupationJobZoneFactory,
    OccupationMatchFactory,
    OccupationTitleFactory,
    OccupationToolFactory,
    OutlookFactory,
    RatingFactory,
    RelatedOccupationFactory,
    ReleaseFactory,
    TaskFactory,
    TypicalEntryFactory,
    WageFactory,
)

pytestmark = pytest.mark.django_db


def test_an_occupation_comes_with_its_record_and_its_careers(ask):
    occupation = OccupationFactory(code="29-2072", title="Medical Records Specialists")
    WageFactory(occupation=occupation)
    OutlookFactory(of_occupation=True, occupation=occupation)
    match = OccupationMatchFactory(occupation=occupation)
    shown = ask("occupations/29-2072/")
    assert (shown["title"], shown["scheme"]) == ("Medical Records Specialists", "soc-2018")
    assert shown["wages"][0]["annual_median"] == 50250
    assert (shown["outlooks"][0]["growth_percent"], shown["outlooks"][0]["end_year"]) == (7.1, 2034)
    assert shown["careers"][0]["career"]["slug"] == match.career.slug


def test_a_code_of_two_schemes_is_the_newest_unless_told(ask, client):
    OccupationFactory(code="29-2071", title="New")
    OccupationFactory(code="29-2071", title="Old", soc_2010=True)
    assert ask("occupations/29-2071/")["title"] == "New"
    assert ask("occupations/29-2071/?scheme=soc-2010")["title"] == "Old"
    assert client.get("/api/v1/occupations/29-2071/?scheme=esco").status_code == 404


def test_what_a_code_came_from_and_became_is_told(ask):
    pair = CrosswalkFactory(from_occupation__code="29-2071", to_occupation__code="29-2072")
    old, new = ask("occupations/29-2071/?scheme=soc-2010"), ask("occupations/29-2072/")
    assert old["successors"][0]["occupation"]["code"] == "29-2072"
    assert new["predecessors"][0]["occupation"]["code"] == "29-2071"
    assert new["predecessors"][0]["key"] == pair.key


def test_the_list_may_be_measured_and_shows_by_what(ask):
    for code, median in (("29-0001", 40_000), ("29-0002", 60_000), ("29-0003", 64_000)):
        WageFactory(occupation__code=code, annual_median=median)
    found = ask("occupations/?median_min=50000&ordering=-median&include=record")["results"]
    assert [row["code"] for row in found] == ["29-0003", "29-0002"]
    median = next(figure for figure in found[0]["record"] if figure["address"].endswith("#annual_median"))
    assert (median["value"], median["publisher"]) == (64000, "US Bureau of Labor Statistics")


WORK = ",".join(OccupationRecordSerializer.optional)


def test_what_the_work_is_comes_where_it_is_asked_for(ask):
    occupation = OccupationFactory(code="29-2072")
    whole = OccupationFactory(onet=True, code="29-2072.00", parent=occupation)
    ElementFactory(code="2.A.1.a", name="Reading Comprehension")
    RatingFactory(occupation=whole, element_code="2.A.1.a", value="3.62")
    RatingFactory(occupation=whole, element_code="2.A.1.a", scale_code="LV", value="4.12")
    RatingFactory(occupation=whole, element_code="1.B.1.f", scale_code="OI", value="6.97")
    JobZoneFactory()
    for factory in (TaskFactory, OccupationTitleFactory, OccupationToolFactory, CategoryShareFactory):
        factory(occupation=whole)
    OccupationToolFactory(occupation=whole, tool=True)
    OccupationJobZoneFactory(occupation=whole)
    near = RelatedOccupationFactory(occupation=whole)
    ElementFactory(code="EP.detail-oriented", name="Detail oriented")
    RatingFactory(occupation=occupation, element_code="EP.detail-oriented", scale_code="EP", value="3.9")
    TypicalEntryFactory(occupation=occupation)
    assert "tasks" not in ask("occupations/29-2072/")
    shown = ask(f"occupations/29-2072/?include={WORK}")
    skill = shown["skills"][0]
    assert (skill["element"], skill["importance"], skill["importance_text"], skill["level"]) == (
        "Reading Comprehension",
        3.62,
        "very important",
        4.12,
    )
    assert (skill["source"]["slug"], skill["release"]["label"]) == ("onet", "29.0")
    assert shown["tasks"][0]["kind"] == "core"
    assert shown["interests"][0]["value"] == 6.97
    assert [(score["element"], score["value"]) for score in shown["scored_skills"]] == [("Detail oriented", 3.9)]
    assert shown["job_zone"]["zone"]["name"] == "Medium preparation"
    assert shown["education"][0]["percent"] == 40
    assert shown["related"][0]["occupation"]["code"] == near.related.code
    assert shown["typical_entry"]["experience"] == "None"
    assert [len(shown[name]) for name in ("titles", "technology", "tools", "knowledge")] == [1, 1, 1, 0]
    assert shown["inherited"] is None


def test_a_skill_whose_level_is_not_given_says_null(ask):
    RatingFactory(occupation__code="29-2072.00")
    assert ask("occupations/29-2072.00/?include=skills")["skills"][0]["level"] is None


def test_inherited_ratings_name_the_occupation_that_they_are_of(ask):
    former = OccupationFactory(code="29-2071", soc_2010=True)
    CrosswalkFactory(from_occupation=former, to_occupation__code="29-2072")
    RatingFactory(occupation__scheme="onet-soc-2010", occupation__code="29-2071.00", occupation__parent=former)
    shown = ask("occupations/29-2072/?include=inherited")["inherited"]
    assert shown["occupation"]["code"] == "29-2071.00"
    assert len(shown["skills"]) == 1


def test_what_is_not_described_is_empty_or_null(ask):
    OccupationFactory(code="29-2072")
    shown = ask(f"occupations/29-2072/?include={WORK}")
    for name in OccupationRecordSerializer.optional:
        assert shown[name] in ([], None)


def test_more_rows_take_no_more_queries(ask, django_assert_max_num_queries):
    whole = OccupationFactory(onet=True, code="29-2072.00", parent=OccupationFactory(code="29-2072"))
    for number in range(12):
        RatingFactory(occupation=whole)
        TaskFactory(occupation=whole)
        OccupationToolFactory(occupation=whole, name=f"Tool {number}")
        RelatedOccupationFactory(occupation=whole)
    with django_assert_max_num_queries(28):
        assert len(ask(f"occupations/29-2072/?include={WORK}")["skills"]) == 12


def test_an_extra_that_there_is_not_is_refused(problems):
    OccupationFactory(code="29-2072")
    assert [parameter for parameter, _ in problems("occupations/29-2072/?include=salary")] == ["include"]


def test_occupations_are_narrowed_by_a_skill_and_how_important_it_is(ask, problems):
    release = ReleaseFactory()
    group = OccupationFactory(code="29-1141", title="Registered Nurses")
    nurse, clerk = OccupationFactory(code="29-1141.00", parent=group), OccupationFactory(code="43-9061.00")
    ElementFactory(release=release, code="2.A.1.b", name="Active Listening")
    for occupation, value in ((nurse, 4.12), (clerk, 3.12)):
        RatingFactory(release=release, occupation=occupation, element_code="2.A.1.b", scale_code="IM", value=value)

    def codes(asked):
        return {row["code"] for row in ask(f"occupations/?{asked}")["results"]}

    assert codes("skill=active+listening") == {"29-1141", "29-1141.00", "43-9061.00"}
    assert codes("skill=2.A.1.b&importance_min=4") == {"29-1141", "29-1141.00"}
    assert codes("skill=active-listening&importance_min=4.5") == set()
    assert problems("occupations/?skill=juggling") == [("skill", "unknown_value")]
    assert problems("occupations/?importance_min=4") == [("importance_min", "needs_skill")]
