"""Sentences about a job say no more than the figures they name: ties, bounds, parts of a job, what is not published."""

import re

import pytest

from explore.jobs import find_career_job, find_job, read_job
from explore.reference_releases import newest_yardstick
from explore.side_by_side.naming import name_of
from pages.job.summaries import state_ends
from tests import factories as make

pytestmark = pytest.mark.django_db

BOUND = {"annual_median": {"at_least": True}}
WITHHELD = {f"{per}_median": {"suppressed": True} for per in ("annual", "hourly")}
ALONE = dict.fromkeys(("annual_p10", "annual_p25", "annual_p75", "annual_p90"))
"""A median without percentiles."""


@pytest.fixture
def job():
    return make.OccupationFactory(code="29-1248", title="Surgeons")


def pay(job, median, place=None, **said):
    place = make.PlaceFactory(code=f"US-{place[:2].upper()}", name=place, kind="state") if place else None
    where = {"place": place} if place else {}
    hourly = {"hourly_median": None} if median is None else {}
    make.WageFactory(occupation=job, annual_median=median, **ALONE, **hourly, **where, **said)


def document_of(job):
    return read_job(find_job(job.code))


# States --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("medians", "sentence"),
    [
        (
            {"Ohio": 60_000, "Utah": 50_000, "Maine": 40_000},
            "By state, median pay is highest in Ohio ($60,000) and lowest in Maine ($40,000).",
        ),
        (
            {"Ohio": 60_000, "Utah": 60_000, "Maine": 40_000},
            "By state, median pay is highest in Ohio and Utah ($60,000) and lowest in Maine ($40,000).",
        ),
        (
            {"Ohio": 60_000, "Utah": 60_000, "Iowa": 60_000, "Texas": 60_000, "Guam": 60_000, "Maine": 40_000},
            "By state, median pay is highest in 5 states and territories ($60,000) and lowest in Maine ($40,000).",
        ),
        ({"Ohio": 60_000, "Utah": 60_000}, None),
        (
            {"Ohio": 60_000, "Utah": None, "Maine": 40_000},
            "In the 2 states and territories with published pay, the median is highest in Ohio ($60,000) and "
            "lowest in Maine ($40,000).",
        ),
    ],
)
def test_every_state_that_shares_the_highest_or_the_lowest_is_meant(job, medians, sentence):
    for place, median in medians.items():
        pay(job, median, place, marks={} if median else WITHHELD)
    message = state_ends(document_of(job).record)
    assert (message and message.text) == sentence


def test_of_states_at_a_bound_none_is_the_highest(job):
    for place in ("Ohio", "Utah"):
        pay(job, 239_200, place, marks=BOUND)
    pay(job, 180_000, "Maine")
    message = state_ends(document_of(job).record)
    assert message.text == "By state, median pay is $239,200 or more in Ohio and Utah, and lowest in Maine ($180,000)."


def test_a_page_whose_first_state_has_no_pay_says_so(client, job):
    pay(job, 100_000)
    pay(job, None, "California", marks=WITHHELD, employment=900)
    pay(job, 90_000, "Ohio", employment=100)
    page = re.sub(r"\s+", " ", client.get("/occupations/29-1248/").content.decode())
    assert "States with the most jobs first; US dollars a year." in page
    states = page.partition('aria-label="Pay by state"')[2].partition("</table>")[0]
    assert "not released" in states
    assert "Not released for California" in client.get("/occupations/29-1248/?place=US-CA").content.decode()


# Over the years ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        ((200_000, {}), (220_000, {}), "Up 10% since May 2022."),
        ((208_000, BOUND), (220_000, {}), None),
        ((200_000, {}), (239_200, BOUND), None),
        ((208_000, BOUND), (239_200, BOUND), None),
    ],
)
def test_pay_of_which_only_a_bound_is_printed_has_not_changed_by_a_known_amount(job, before, now, change):
    for year, (median, marks) in ((2022, before), (2025, now)):
        pay(job, median, release=make.ReleaseFactory(year=year), marks=marks)
    found = document_of(job).answers.pay.change
    assert (found and found.sentence) == change


@pytest.mark.parametrize(
    ("mean", "sentence"),
    [
        (60_000, "The mean (average) is above the median: high pay pulls it up."),
        (40_000, "The mean (average) is below the median: low pay pulls it down."),
        (50_000, ""),
    ],
)
def test_the_mean_is_said_to_be_above_the_median_only_where_it_is(client, job, mean, sentence):
    make.WageFactory(occupation=job, annual_median=50_000, annual_mean=mean)
    page = re.sub(r"\s+", " ", client.get("/occupations/29-1248/").content.decode())
    assert page.count("The mean (average) is") == bool(sentence)
    assert sentence in page


# Of whom -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("matches", "whose", "name"),
    [
        (["exact"], "", "a keeper"),
        (
            ["narrower"],
            "Statistics count this job together with others as Surgeons; the figures are for the whole group.",
            "a keeper (counted as Surgeons)",
        ),
        (
            ["broader", "broader", "related"],
            "Statistics count this job in 2 groups; the figures are for one of them, Surgeons.",
            "a keeper (counted as Surgeons)",
        ),
        (
            ["broader"],
            "This job is wider than Surgeons, the group that the figures are for.",
            "a keeper (counted as Surgeons)",
        ),
    ],
)
def test_figures_are_said_to_be_of_the_group_whose_they_are(job, matches, whose, name):
    career = make.CareerFactory(slug="keeper", title="Keeper")
    pay(job, 100_000)
    for position, match in enumerate(matches):
        occupation = job if position == 0 else make.OccupationFactory()
        make.OccupationMatchFactory(career=career, occupation=occupation, match=match, position=position + 1)
    document = read_job(find_career_job("keeper"))
    assert document.answers.pay.whose == whose
    assert name_of(document) == name


@pytest.mark.parametrize(
    ("match", "note"),
    [
        ("narrower", "Counted together with other jobs, as 29-1248 Surgeons."),
        ("broader", "Figures are for 29-1248 Surgeons, one of the jobs that this title covers."),
    ],
)
def test_a_hit_says_of_whom_its_figures_are(client, job, match, note):
    pay(job, 100_000)
    make.OccupationMatchFactory(career__title="Keeper of Scrolls", occupation=job, match=match)
    assert note in re.sub(r"\s+", " ", client.get("/search/?q=keeper+of+scrolls").content.decode())


def test_a_group_that_is_only_near_a_career_gives_it_no_figures(job):
    pay(job, 100_000)
    make.OccupationMatchFactory(career__slug="keeper", occupation=job, match="related")
    (career,) = newest_yardstick().careers()
    assert (career.counted_as, career.median) == (None, None)
