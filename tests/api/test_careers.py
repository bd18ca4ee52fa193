"""A career whole, and its ladder."""

import pytest

from tests.factories import (
    AlternateTitleFactory,
    CareerFactory,
    CareerSkillFactory,
    EmployerFactory,
    LadderFactory,
    OccupationMatchFactory,
    OrganisationFactory,
    OutlookFactory,
    PathFactory,
    PointFactory,
    QuestionFactory,
    RelatedCareerFactory,
    RequirementFactory,
    ResponsibilityFactory,
    SalaryFactory,
    SectionFactory,
    SkillFactory,
    StepFactory,
    TimeToEntryFactory,
    ToolkitEntryFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_query_in_a_loop")]

PARTS = {
    "alternate_titles": AlternateTitleFactory,
    "occupations": OccupationMatchFactory,
    "sections": SectionFactory,
    "responsibilities": ResponsibilityFactory,
    "skills": CareerSkillFactory,
    "ladders": LadderFactory,
    "steps": StepFactory,
    "requirements": RequirementFactory,
    "times_to_entry": TimeToEntryFactory,
    "employers": EmployerFactory,
    "organisations": OrganisationFactory,
    "pros": PointFactory,
    "questions": QuestionFactory,
    "related": RelatedCareerFactory,
    "toolkit": ToolkitEntryFactory,
    "salaries": SalaryFactory,
    "outlooks": OutlookFactory,
    "paths": PathFactory,
}


@pytest.fixture
def keeper():
    return CareerFactory(slug="keeper", title="Keeper of Records")


@pytest.mark.parametrize("part", PARTS)
def test_it_has_every_part_of_its_guide_with_source_and_place(ask, keeper, part):
    row = PARTS[part](career=keeper, locator="Chapter 3, row 4")
    (shown,) = ask("careers/keeper/?include=salaries,outlooks,paths")[part]
    assert shown["key"] == row.key
    assert shown["source"]["slug"] == row.source.slug
    assert shown["locator"] == "Chapter 3, row 4"


def test_skills_tools_pros_and_cons_are_told_apart(ask, keeper):
    CareerSkillFactory(career=keeper, skill=SkillFactory(slug="coding"))
    CareerSkillFactory(career=keeper, skill=SkillFactory(slug="patience", soft=True))
    CareerSkillFactory(career=keeper, skill=SkillFactory(slug="epic", tool=True))
    PointFactory(career=keeper, con=True)
    shown = ask("careers/keeper/")
    assert [row["skill"]["slug"] for row in shown["skills"]] == ["coding", "patience"]
    assert [row["skill"]["slug"] for row in shown["tools"]] == ["epic"]
    assert (len(shown["pros"]), len(shown["cons"])) == (0, 1)


def test_an_occupation_comes_with_its_match_and_the_reason(ask, keeper):
    match = OccupationMatchFactory(career=keeper, occupation__code="29-2072")
    (shown,) = ask("careers/keeper/")["occupations"]
    assert shown["occupation"]["code"] == "29-2072"
    assert (shown["match"], shown["reason"]) == ("narrower", match.reason)


def test_it_leads_to_its_salaries_outlooks_and_paths(ask, client, keeper):
    SalaryFactory(career=keeper)
    shown = ask("careers/keeper/")
    assert list(shown["links"]) == ["salaries", "outlooks", "paths", "exposure_claims"]
    assert not {"salaries", "outlooks", "paths"} & shown.keys()
    assert client.get(shown["links"]["salaries"]).json()["count"] == 1


def test_a_career_of_which_nothing_is_said_is_whole_too(ask, keeper):
    shown = ask("careers/keeper/")
    assert shown["title"] == "Keeper of Records"
    assert shown["sections"] == shown["ladders"] == []


def test_one_request_gives_the_pay_of_every_rung_with_its_source(ask, keeper):
    ladder = LadderFactory(career=keeper, rungs=3)
    for rung in ladder.rungs.all():
        SalaryFactory(career=keeper, level=rung, source=ladder.source, median=40_000 + 10_000 * rung.position)
    (shown,) = ask("careers/keeper/ladder/")["ladders"]
    assert [rung["position"] for rung in shown["rungs"]] == [1, 2, 3]
    pay = [salary for rung in shown["rungs"] for salary in rung["salaries"]]
    assert [salary["median"] for salary in pay] == [50000, 60000, 70000]
    assert all(salary["source"]["publisher"] == ladder.source.publisher for salary in pay)
    fields = ["position", "title", "years_min", "years_max", "years_basis", "summary", "focus"]
    assert list(shown["rungs"][0])[:7] == fields


def test_the_ladder_in_the_whole_career_is_the_same(ask, keeper):
    ladder = LadderFactory(career=keeper, rungs=2)
    SalaryFactory(career=keeper, level=ladder.rungs.first(), source=ladder.source)
    assert ask("careers/keeper/")["ladders"] == ask("careers/keeper/ladder/")["ladders"]


def test_careers_are_found_by_field_skill_credential_and_occupation(ask, keeper):
    CareerFactory(slug="other")
    skill = CareerSkillFactory(career=keeper).skill
    occupation = OccupationMatchFactory(career=keeper).occupation
    for asked in (f"skill={skill.slug}", f"occupation={occupation.code}", "q=of+records"):
        assert [row["slug"] for row in ask(f"careers/?{asked}")["results"]] == ["keeper"]
    assert ask("careers/?field=health-records")["count"] == 2
