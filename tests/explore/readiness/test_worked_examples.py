"""Readiness for Medical Records Administrator, worked out by hand from the guides."""

from decimal import Decimal

import pytest
from django.http import QueryDict

from careers.models import Career, Skill
from education.models import Credential
from explore.readiness import asked_of, judge, read_answers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides")]

# For a first job: a diploma or GED (required, 3), a certificate or associate's degree (required for most roles, 3), an
# associate's degree (typical, 2), RHIA (preferred, 1), RHIT or RHIA (valued, 1), CMAA or CEHRS (valued, 1);
# in words an EHR system (required for most roles, 3) and a certification in a system or in security (valued, 1);
# 18 skills by name at 1; 15 tools at one half.
CREDENTIALS, WORDED, SKILLS, TOOLS = 3 + 3 + 2 + 1 + 1 + 1, 3 + 1, 18, Decimal("7.5")
WHOLE = CREDENTIALS + WORDED + SKILLS + TOOLS
# Moving up: no first certification, but RHIT or RHIA is required, an associate's or bachelor's degree preferred (1),
# and further education valued in words (1).
HIGHER = WHOLE - 1 + 2 + 1 + 1


def ready(asked: str):
    career = Career.objects.get(slug="medical-records-administrator")
    answers = read_answers(QueryDict(asked))
    assert not answers.problems
    return judge(asked_of(career, by=answers.by, rung=answers.rung), answers.having)


def worded() -> list[str]:
    """The requirements in words that count for a first job."""
    return ["himalayas-mra-requirement-11", "himalayas-mra-requirement-15"]


def everything() -> str:
    career = Career.objects.get(slug="medical-records-administrator")
    rated = [*career.skills.values_list("skill__slug", flat=True).distinct()]
    had = [f"has[{key}]=2" for key in (*rated, *worded())]
    return "&".join(
        [*had, "credential=rhit", "credential=rhia", "credential=cmaa", "education=bachelors-degree", "years=12"]
    )


def test_there_are_as_many_points_as_the_guides_ask():
    assert ready("years=0").whole == WHOLE


def test_nothing_at_all():
    none = "&".join(f"has[{slug}]=0" for slug in Skill.objects.values_list("slug", flat=True))
    none += "".join(f"&has[{key}]=0" for key in worded())
    result = ready(f"{none}&credential=none&education=none&years=0")
    assert (result.low, result.high, result.score_low, result.score_high) == (0, 0, 0, 0)
    assert result.climb.here.title == "Junior Medical Records Administrator"
    assert not result.met


def test_rhit_with_two_years():
    result = ready("credential=rhit&years=2")
    # RHIT meets "RHIT or RHIA"; RHIA or CMAA it is not; the schooling and everything rated stay open
    assert result.low == 1
    assert result.high == WHOLE - 2
    assert (result.score_low, result.score_high) == (2, 95)
    assert result.climb.here.title == "Medical Records Administrator"
    assert result.climb.years_to_next == 3
    assert result.climb.rise == 65_000 - 52_000


def test_rhia_with_nine_years_for_the_fourth_rung():
    result = ready("credential=rhia&education=bachelors-degree&years=9&rung=4")
    # the rung asks 8 years, which weigh 3; schooling (3 + 3 + 2 + 1) and both certifications (3 and 1) are had
    assert result.whole == HIGHER + 3
    assert result.low == 3 + 9 + 4
    assert result.high == HIGHER + 3
    assert result.climb.here.position == 4
    short = ready("credential=rhia&education=bachelors-degree&years=5&rung=4")
    # 5 of 8 years are 0.625, in quarters one half
    assert short.low == Decimal("1.5") + 9 + 4


def test_everything():
    result = ready(everything())
    assert (result.low, result.high, result.score_low) == (WHOLE, WHOLE, 100)
    assert not result.missing
    assert not result.unanswered


def test_without_a_diploma_nothing_is_certain_beyond_half():
    result = ready(everything().replace("bachelors-degree", "none"))
    assert [each.term.label for each in result.required_missing] == [
        "High school diploma or GED",
        "Postsecondary certificate or associate’s degree",
    ]
    assert (result.score_low, result.score_high) == (50, 50)


def test_a_diploma_that_is_not_answered_leaves_the_score_open():
    result = ready(everything().replace("&education=bachelors-degree", ""))
    assert (result.score_low, result.score_high) == (50, 100)


def test_what_is_accepted_asks_for_nothing():
    result = ready("years=1")
    assert any("(accepted)" in text for text in result.asked.besides)


def test_what_some_jobs_ask_is_told_and_not_counted():
    result = ready("years=1")
    assert any("nursing home" in text for text in result.asked.besides)
    assert not any("licence" in each.term.label.lower() for each in result.judged)


def test_a_degree_closes_the_degree_and_pays_back_over_the_next_rise():
    result = ready("credential=none&education=high-school-diploma&years=2")
    first = result.ways[0]
    assert first.way.key == "himalayas-mra-path-1"
    # an associate's degree closes itself (2) and the certificate or degree (3)
    assert first.points == 2 + 3
    # $20,000 and $80,000 over $13,000 a year
    assert first.payback == (round(20 / 13 * 12), round(80 / 13 * 12))


def test_a_career_of_which_guides_ask_nothing_is_held_to_the_record():
    asked = asked_of(Career.objects.get(slug="medical-records-clerk"))
    assert (asked.basis, asked.terms) == ("record", ())
    assert Credential.objects.filter(slug="rhit").exists()


def test_a_degree_told_as_a_credential_is_schooling():
    told = ready("credential=bachelors-degree&credential=rhia")
    assert (told.having.education, told.having.credentials) == (4, frozenset({"rhia"}))
    assert told.low == 3 + 3 + 2 + 1 + 1
    assert ready("credential=associates-degree").having.credentials is None
