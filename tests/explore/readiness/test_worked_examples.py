"""Readiness for Medical Records Administrator, worked out by hand from the guides."""

from decimal import Decimal

import pytest
from django.http import QueryDict

from careers.models import Career, Skill
from education.models import Credential, Requirement
from explore.readiness import asked_of, judge, read_answers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides")]

# Asked without a condition: an associate's degree (typical, 2), RHIA (preferred, 1), RHIT or RHIA (valued, 1), a
# certification in a system or in security (valued, 1); 18 skills by name at 1; 15 tools at one half.
CREDENTIALS, WORDED, SKILLS, TOOLS = 2 + 1 + 1, 1, 18, Decimal("7.5")
WHOLE = CREDENTIALS + WORDED + SKILLS + TOOLS


def ready(asked: str):
    career = Career.objects.get(slug="medical-records-administrator")
    answers = read_answers(QueryDict(asked))
    assert not answers.problems
    return judge(asked_of(career, by=answers.by, rung=answers.rung), answers.having)


def everything() -> str:
    career = Career.objects.get(slug="medical-records-administrator")
    rated = [*career.skills.values_list("skill__slug", flat=True).distinct()]
    rated += Requirement.objects.filter(career=career, credentials=None, condition="").values_list("key", flat=True)
    had = [f"has[{key}]=2" for key in rated]
    return "&".join([*had, "credential=rhit", "credential=rhia", "education=bachelors-degree", "years=12"])


def test_there_are_as_many_points_as_the_guides_ask():
    assert ready("years=0").whole == WHOLE


def test_nothing_at_all():
    none = "&".join(f"has[{slug}]=0" for slug in Skill.objects.values_list("slug", flat=True))
    worded = Requirement.objects.get(career__slug="medical-records-administrator", credentials=None, condition="")
    result = ready(f"{none}&has[{worded.key}]=0&credential=none&education=none&years=0")
    assert (result.low, result.high, result.score_low, result.score_high) == (0, 0, 0, 0)
    assert result.climb.here.title == "Junior Medical Records Administrator"
    assert not result.met


def test_rhit_with_two_years():
    result = ready("credential=rhit&years=2")
    # RHIT meets "RHIT or RHIA"; RHIA alone it does not; the degree and everything rated stay open
    assert result.low == 1
    assert result.high == WHOLE - 1
    assert (result.score_low, result.score_high) == (3, 97)
    assert result.climb.here.title == "Medical Records Administrator"
    assert result.climb.years_to_next == 3
    assert result.climb.rise == 65_000 - 52_000


def test_rhia_with_nine_years_for_the_fourth_rung():
    result = ready("credential=rhia&education=bachelors-degree&years=9&rung=4")
    # the rung asks 8 years, which weigh 3; the degree (2) and both certifications (1 and 1) are had
    assert result.whole == WHOLE + 3
    assert result.low == 3 + 2 + 1 + 1
    assert result.high == WHOLE + 3
    assert result.climb.here.position == 4
    short = ready("credential=rhia&education=bachelors-degree&years=5&rung=4")
    # 5 of 8 years are 0.625, in quarters one half
    assert short.low == Decimal("1.5") + 4


def test_everything():
    result = ready(everything())
    assert (result.low, result.high, result.score_low) == (WHOLE, WHOLE, 100)
    assert not result.missing
    assert not result.unanswered


def test_what_is_asked_under_a_condition_is_told_and_not_counted():
    result = ready("years=1")
    assert any("nursing home" in text for text in result.asked.besides)
    assert not any("licence" in each.term.label.lower() for each in result.judged)


def test_a_degree_closes_the_degree_and_pays_back_over_the_next_rise():
    result = ready("credential=none&education=high-school-diploma&years=2")
    first = result.ways[0]
    assert first.way.key == "himalayas-mra-path-1"
    assert first.points == 2
    # $20,000 and $80,000 over $13,000 a year
    assert first.payback == (round(20 / 13 * 12), round(80 / 13 * 12))


def test_a_career_of_which_guides_ask_nothing_is_held_to_the_record():
    asked = asked_of(Career.objects.get(slug="medical-records-clerk"))
    assert (asked.basis, asked.terms) == ("record", ())
    assert Credential.objects.filter(slug="rhit").exists()


def test_a_degree_told_as_a_credential_is_schooling():
    told = ready("credential=bachelors-degree&credential=rhia")
    assert (told.having.education, told.having.credentials) == (4, frozenset({"rhia"}))
    assert told.low == 2 + 1 + 1
    assert ready("credential=associates-degree").having.credentials is None
