"""What is read of questions, and which place a query names."""

import pytest

from explore.search.phrases import job_in, jobs_compared
from explore.search.places import read_place_names
from explore.search.questions import BELOW_ASSOCIATE, BELOW_BACHELOR, list_for
from tests import factories as make


@pytest.mark.parametrize(
    ("query", "job"),
    [
        ("what does a nurse earn", "nurse"),
        ("How much do plumbers make?", "plumbers"),
        ("average salary of a dental hygienist", "dental hygienist"),
        ("electrician salary", "electrician"),
        ("how to become a judge", "judge"),
        ("how do i become an electrician", "electrician"),
        ("what does a paralegal do", "paralegal"),
        ("welder jobs near me", "welder"),
        ("will AI change nursing", "nursing"),
        ("Will AI replace accountants?", "accountants"),
        ("is a nurse at risk from AI", "nurse"),
        ("paralegal AI exposure", "paralegal"),
        ("AI engineer", "AI engineer"),
        ("automation and controls engineer", "automation and controls engineer"),
        ("how long does it take to become a dentist", "dentist"),
        ("is welding a good career", "welding"),
        ("job coach", "job coach"),
        ("career counselor", "career counselor"),
    ],
)
def test_a_question_is_about_a_job(query, job):
    assert job_in(query) == job


@pytest.mark.parametrize(
    ("query", "jobs"),
    [
        ("nurse vs. radiologic technologist", ("nurse", "radiologic technologist")),
        ("nurse versus doctor salary", ("nurse", "doctor")),
        ("plumber compared to electrician?", ("plumber", "electrician")),
        ("teacher vs AI", None),
        ("nurse", None),
    ],
)
def test_two_jobs_held_against_each_other_are_both_read(query, jobs):
    assert jobs_compared(query) == jobs


@pytest.mark.parametrize(
    ("query", "params"),
    [
        ("highest paying jobs", {"ordering": "-median"}),
        ("shrinking jobs", {"growth_max": "-0.01", "ordering": "growth"}),
        ("remote jobs with no degree", {"from_home": "true", "education": BELOW_ASSOCIATE}),
        ("jobs without a bachelor's degree", {"education": BELOW_BACHELOR}),
        (
            "jobs without a degree over $60k",
            {"education": BELOW_ASSOCIATE, "median_min": "60000", "ordering": "-median"},
        ),
        ("six figure jobs", {"median_min": "100000", "ordering": "-median"}),
        ("jobs under $30,000", {"median_max": "30000"}),
        ("jobs that pay $25 an hour", {"median_min": "52000", "ordering": "-median"}),
        ("high paying nursing jobs", {"ordering": "-median", "q": "nursing"}),
        ("jobs", {}),
        ("remote sensing scientist", None),
        ("nurse jobs", None),
    ],
)
def test_a_question_that_a_list_answers_is_its_parameters(query, params):
    assert list_for(query) == params


@pytest.fixture
def names(db):
    for code, name, kind in (
        ("US-OH", "Ohio", "state"),
        ("US-PA", "Pennsylvania", "state"),
        ("US-OR", "Oregon", "state"),
        ("18140", "Columbus, OH", "metro"),
        ("17980", "Columbus, GA-AL", "metro"),
        ("42540", "Scranton--Wilkes-Barre, PA", "metro"),
        ("39740", "Reading, PA", "metro"),
    ):
        make.WageFactory(place=make.PlaceFactory(code=code, name=name, kind=kind))
    return read_place_names()


@pytest.mark.parametrize(
    ("query", "place", "rest"),
    [
        ("nurse ohio", "US-OH", "nurse"),
        ("ohio nurse", "US-OH", "nurse"),
        ("nurse in Ohio", "US-OH", "nurse"),
        ("nurse, OH", "US-OH", "nurse"),
        ("welder columbus oh", "18140", "welder"),
        ("welder in columbus, ohio", "18140", "welder"),
        ("teacher in reading", "39740", "teacher"),
    ],
)
def test_a_place_is_found_where_a_place_stands(names, query, place, rest):
    found = names.find(query)
    assert (found.place.code, found.rest) == (place, rest)


@pytest.mark.parametrize("query", ["reading teacher", "electrician or plumber", "PA to managing director", "nurse"])
def test_other_words_are_no_places(names, query):
    assert names.find(query) is None
