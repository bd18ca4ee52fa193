"""Claims held against the record, as programs ask for them."""

import pytest

from tests import factories as make
from tests.checked import check_everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(ask):
    """Asks after everything that the test has made was checked, as publishing does."""

    def get(path):
        check_everything()
        return ask(path)

    return get


@pytest.fixture
def claim():
    """A median that a guide credits to BLS, and that its record contradicts."""
    match = make.OccupationMatchFactory(career__slug="keeper", occupation__code="29-2072")
    make.WageFactory(occupation=match.occupation, annual_median=48_780)
    return make.SalaryFactory(
        key="claim", career=match.career, median=47_190, attributed_to="BLS", source__slug="guide"
    )


def test_a_check_gives_the_claim_the_record_and_the_difference(ask, claim):
    (check,) = ask("fact-checks/")["results"]
    assert (check["key"], check["verdict"], check["difference"]) == ("claim#median@29-2072", "contradicted", -1590)
    assert (check["claim"]["value"], check["official"]["value"]) == (47190, 48780)
    assert check["page"] == "http://testserver/fact-checks/?claim=claim.median#claim.median.29-2072"
    assert check["occupation"]["code"] == "29-2072"


def test_what_no_release_answers_names_the_one_it_would_take(ask, claim):
    make.SalaryFactory(career=claim.career, median=48_780, attributed_to="BLS", in_may_2023=True)
    (check,) = ask("fact-checks/?verdict=not_checkable")["results"]
    assert (check["official"], check["difference"]) == (None, None)
    assert "May 2023" in check["needs"]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("verdict=contradicted,agrees", 1),
        ("verdict=agrees", 0),
        ("source=guide&quantity=pay&occupation=29-2072&career=keeper", 1),
        ("quantity=growth", 0),
    ],
)
def test_they_are_narrowed(ask, claim, asked, count):
    assert ask(f"fact-checks/?{asked}")["count"] == count


def test_what_makes_no_sense_is_refused(problems):
    assert problems("fact-checks/?verdict=maybe&source=nobody&colour=red") == [
        ("verdict", "unknown_value"),
        ("source", "unknown_value"),
        ("colour", "unknown_parameter"),
    ]


def test_all_of_them_come_as_a_table_that_runs_no_formula(client, claim):
    check_everything()
    lines = client.get("/api/v1/fact-checks.csv").getvalue().decode().splitlines()
    assert lines[0].removeprefix("\ufeff").startswith("key,page,verdict,sentence")
    assert lines[1].startswith("claim#median@29-2072,")


def test_the_parts_of_a_claim_each_have_a_verdict(ask, claim):
    (check,) = ask("fact-checks/")["results"]
    assert [(part["part"], part["verdict"]) for part in check["parts"]] == [
        ("number", "contradicted"),
        ("window", "not_checkable"),
    ]


class TestClaims:
    def test_each_is_there_once_whatever_groups_its_career_is_near(self, ask, claim):
        near = make.OccupationMatchFactory(career=claim.career, match="related")
        make.WageFactory(occupation=near.occupation, annual_median=47_800)
        assert ask("fact-checks/?verdict=near")["count"] == 1
        assert ask("fact-checks/")["count"] == 2
        (found,) = ask("claims/")["results"]
        assert (found["key"], found["verdict"], found["text"]) == ("claim#median", "contradicted", "$47,190")
        assert [group["is_counted"] for group in found["groups"]] == [True, False]
        assert found["official"]["value"] == 48780
        assert found["page"] == "http://testserver/fact-checks/?claim=claim.median"

    def test_one_on_education_has_no_figure(self, ask):
        match = make.OccupationMatchFactory(occupation__code="29-2072")
        make.RequirementFactory(
            career=match.career,
            strength="typical",
            scope="entry",
            condition="for a first job",
            attributed_to="BLS",
            credentials=[make.CredentialFactory(rank=3)],
        )
        make.TypicalEntryFactory(occupation=match.occupation, education="Postsecondary nondegree award")
        make.SourceFactory(statistics=True)
        (found,) = ask("claims/?quantity=education")["results"]
        assert (found["figure"], found["verdict"]) == (None, "contradicted")
        assert "“Postsecondary nondegree award” as typical" in found["sentence"]
        assert "not “Associate's degree”" in found["sentence"]
