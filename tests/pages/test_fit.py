"""The page that ranks all jobs by six short answers, and the jobs near yours."""

import re

import pytest

from careers.models import Occupation
from explore.fit import MOST
from tests import factories as make

pytestmark = pytest.mark.django_db

ALONE = dict.fromkeys(("annual_p10", "annual_p25", "annual_p75", "annual_p90"))
"""A median without percentiles."""
CARE = "1.B.1.d"
"""O*NET's code for social interests."""


@pytest.fixture
def jobs():
    """A nurse, who needs a bachelor's degree, and an aide and a porter, who need none and are alike in all but name."""
    for code, title, median, education, social in (
        ("29-1141", "Registered Nurses", 97_550, "Bachelor's degree", 7),
        ("31-1120", "Aides", 34_000, "High school diploma or equivalent", 6),
        ("31-1130", "Porters", 34_000, "High school diploma or equivalent", 6),
    ):
        job = make.OccupationFactory(code=code, title=title)
        make.WageFactory(occupation=job, annual_median=median, **ALONE)
        make.TypicalEntryFactory(occupation=job, education=education, experience="None", training="")
        whole = make.OccupationFactory(code=f"{code}.00", scheme="onet-soc-2019", parent=job, title=title)
        make.RatingFactory(occupation=whole, element_code=CARE, scale_code="OI", value=social)


def page_of(client, **answers) -> str:
    response = client.get("/fit/", answers)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def ranked(page: str) -> list[tuple[str, int, int]]:
    """Each job with its points and place."""
    found = re.findall(r'<h3><a href="[^"]+">([^<]+)</a></h3> <p><b>(\d+) of 100 points</b> · place (\d+)', page)
    return [(name, int(points), int(place)) for name, points, place in found]


def sums(page: str) -> list[int]:
    lists = re.findall(r'<ul class="tick">((?:<li>[^<]+: \d+ of \d+ \(.*?</li>)+)</ul>', page)
    return [sum(map(int, re.findall(r": (\d+) of \d+ \(", each))) for each in lists]


def test_without_an_answer_nothing_is_ranked(client, jobs):
    assert "Answer one question or more" in page_of(client)


def test_all_questions_together_give_a_hundred():
    assert sum(MOST.values()) == 100


def test_every_job_is_ranked_and_its_points_are_the_sum_that_is_shown(client, jobs):
    page = page_of(client, activity="care", education="high-school", pay="40,000")
    assert ranked(page) == [("Registered Nurses", 45, 1), ("Aides", 41, 2), ("Porters", 41, 2)]
    assert sums(page) == [45, 41, 41]
    assert "place 2, shared by 2 jobs" in page


def test_one_answer_never_makes_a_hundred(client, jobs):
    page = page_of(client, pay="30000")
    assert {points for _, points, _ in ranked(page)} == {MOST["pay"]}
    assert f"your 1 answer can give up to {MOST['pay']}" in page


def test_nearly_the_pay_that_is_wanted_counts_half(client, jobs):
    points = {name: points for name, points, _ in ranked(page_of(client, pay="36000"))}
    assert points == {"Registered Nurses": 20, "Aides": 10, "Porters": 10}


def test_what_misses_pay_or_education_can_be_left_out(client, jobs):
    assert [name for name, *_ in ranked(page_of(client, education="high-school", only="1"))] == ["Aides", "Porters"]
    assert [name for name, *_ in ranked(page_of(client, pay="50000", only="1"))] == ["Registered Nurses"]
    page = page_of(client, pay="50000", education="high-school", only="1")
    assert "No job pays as much and needs no more education" in page


def test_a_job_without_data_has_no_points_for_it_and_says_so(client, jobs):
    make.OccupationFactory(code="99-9999", title="Ushers")
    page = page_of(client, activity="care")
    assert ranked(page)[-1] == ("Ushers", 0, 4)
    assert "Interests: 0 of 25 (not available for this job)" in page


def test_the_address_holds_the_answers_alone_and_they_are_nobody_elses(client, jobs):
    response = client.get("/fit/?activity=care&pay=&place=")
    assert response["Location"] == "/fit/?activity=care"
    response = client.get("/fit/?activity=care")
    assert "private" in response["Cache-Control"]
    assert not response.cookies


def test_addresses_of_before_keep_their_education(client, jobs):
    page = page_of(client, education="bachelors-degree", credential="rhit")
    assert {points for _, points, _ in ranked(page)} == {MOST["education"]}
    assert "Not asked here: “credential”" in page


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pay", "much"),
        ("pay", "NaN"),
        ("pay", "-1"),
        ("education", "phd"),
        ("activity", "x"),
        ("like", "x"),
        ("place", "zz"),
    ],
)
def test_what_is_no_answer_is_named_and_left_out(client, jobs, name, value):
    page = page_of(client, time="1-year", **{name: value})
    assert f"“{value}”</b> It was left out" in page


def test_jobs_near_yours_say_what_you_would_still_need(client, jobs):
    aide, nurse = (Occupation.objects.get(code=f"{code}.00") for code in ("31-1120", "29-1141"))
    make.RelatedOccupationFactory(occupation=aide, related=nurse)
    page = page_of(client, job="aides")
    assert "More education: bachelor&#x27;s degree" in page
    assert "$63,550 more a year" in page
    assert "We found no job called “zeppelin usher”" in page_of(client, job="zeppelin usher")


@pytest.mark.parametrize(
    ("like", "first", "note"),
    [
        ("low-exposure-copilot", "Aides", "AI use today: 13th percentile by AI applicability, both sides of the talks"),
        ("low-exposure-gpts", "Porters", "Tasks that AI could speed up: 20th percentile by Beta, rated by people"),
        ("low-ai", "Porters", "Tasks that AI could speed up: 20th percentile by Beta, rated by people"),
    ],
)
def test_little_ai_exposure_is_a_wish_that_names_its_measure(client, jobs, like, first, note):
    for code, beta, use in (("31-1120", 90, 13), ("31-1130", 20, 95)):
        job = Occupation.objects.get(code=code)
        make.ExposureFactory(occupation=job, percentile=beta)
        make.ExposureFactory(copilot=True, occupation=job, percentile=use)
    page = page_of(client, like=like)
    assert ranked(page)[0][:2] == (first, MOST["likes"])
    assert note in page
    assert "risk" not in page


def test_what_no_study_here_rates_is_no_wish(client, jobs):
    make.ExposureFactory(copilot=True)
    page = page_of(client)
    assert 'value="low-exposure-copilot"' in page
    assert 'value="low-exposure-gpts"' not in page
