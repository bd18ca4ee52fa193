"""How far AI reaches into one job: each study's value and percentile, where they part, and what is not rated."""

from decimal import Decimal

import pytest

from explore.studies import read_exposure
from explore.studies.messages import NO_FORECAST, ordinal
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    return make.OccupationFactory(code="23-2011", title="Paralegals and Legal Assistants")


@pytest.fixture
def rated(job):
    """The job as four measures of three studies rate it."""
    whole = make.OccupationFactory(onet=True, code="23-2011.00", title=job.title, parent=job)
    older = make.OccupationFactory(soc_2010=True, code="23-2011", title=job.title)
    make.CrosswalkFactory(from_occupation=older, to_occupation=job)
    make.ExposureFactory(occupation=whole, as_printed="0.45", percentile="72.05")
    make.ExposureFactory(occupation=whole, measure="alpha", as_printed="0.05", percentile="34.83")
    make.ExposureFactory(aioe=True, occupation=older, as_printed="1.14", percentile="87.27")
    make.ExposureFactory(copilot=True, occupation=job, as_printed="0.09", percentile="13.44")


def test_every_study_has_its_own_value_and_percentile(job, rated):
    found = read_exposure(job)
    assert [(one.measure.title, one.row.as_printed, one.place) for one in found.main] == [
        ("Alpha, rated by people", "0.05", "35th"),
        ("Beta, rated by people", "0.45", "72nd"),
        ("AI applicability, both sides of the talks", "0.09", "13th"),
        ("AI Occupational Exposure, rated in a survey", "1.14", "87th"),
    ]
    assert found.unrated == []


def test_where_they_part_is_said_with_the_reason(job, rated):
    spread, why, forecast = read_exposure(job).sentences
    assert spread.args["highest"][1] == Decimal("87.27")
    assert spread.text == (
        "Studies of AI disagree on Paralegals and Legal Assistants: the 87th percentile of all jobs by AI Occupational "
        "Exposure, rated in a survey (Felten, Raj and Seamans), and the 13th by AI applicability, both sides of the "
        "talks (Tomlinson, Jaffe, Wang, Counts and Suri)."
    )
    assert why.text.startswith("They measure different things. AI Occupational Exposure, rated in a survey, looks at")
    assert forecast == NO_FORECAST


def test_measures_that_are_close_are_said_to_agree(job):
    make.ExposureFactory(copilot=True, occupation=job, percentile=50)
    make.ExposureFactory(
        copilot=True, occupation=job, measure="ai_applicability_score", variant="user", percentile=99
    )  # a part, which is set against nothing
    whole = make.OccupationFactory(onet=True, code="23-2011.00", parent=job)
    make.ExposureFactory(occupation=whole, percentile=61)
    said = [message.text for message in read_exposure(job).sentences]
    assert said == [
        "Studies of AI agree on Paralegals and Legal Assistants: between the 50th and the 61st percentile of all jobs.",
        NO_FORECAST.text,
    ]


def test_raters_of_one_measure_part_because_they_are_others(job):
    whole = make.OccupationFactory(onet=True, code="23-2011.00", parent=job)
    make.ExposureFactory(occupation=whole, percentile=20)
    make.ExposureFactory(occupation=whole, variant="model", percentile=80)
    _, why, _ = read_exposure(job).sentences
    assert why.text.startswith("Both look at the share of the job’s tasks")
    assert "One rests on what a language model says that it could do, the other on what people think" in why.text


def test_it_is_said_under_which_code_a_study_rates_the_job(job, rated):
    assert read_exposure(job).routes == [
        "Rated as 23-2011.00 in O*NET-SOC 2019, which is the whole of this job.",
        "Rated as 23-2011 Paralegals and Legal Assistants in SOC 2010. The crosswalk leads from that code to this job, "
        "and may lead to others too.",
    ]


def test_a_specialty_is_not_taken_for_the_job(job):
    special = make.OccupationFactory(onet=True, code="23-2011.01", parent=job)
    make.ExposureFactory(occupation=special)
    assert not read_exposure(job)


def test_a_study_without_a_rating_says_so_and_one_that_is_not_loaded_says_that(job):
    make.ExposureFactory(aioe=True)
    reasons = [one.reason for one in read_exposure(job).unrated]
    assert reasons == [
        "Eloundou, Manning, Mishkin and Rock: not loaded on this site.",
        "Tomlinson, Jaffe, Wang, Counts and Suri: not loaded on this site.",
        "Felten, Raj and Seamans: no rating of Paralegals and Legal Assistants. The study has no row for a code of "
        "SOC 2010 that stands for this job.",
    ]


def test_a_release_that_is_not_ready_is_not_read(job):
    row = make.ExposureFactory(copilot=True, occupation=job)
    row.release.state = "importing"
    row.release.save()
    assert not read_exposure(job)


def test_of_two_releases_of_a_measure_the_newest_is_read(job):
    make.ExposureFactory(copilot=True, occupation=job, as_printed="0.1")
    newer = make.ReleaseFactory(study="exposure-copilot", slug="2026", label="2026", year=2026)
    make.ExposureFactory(copilot=True, occupation=job, as_printed="0.2", release=newer)
    assert [one.row.as_printed for one in read_exposure(job).main] == ["0.2"]


def test_it_takes_two_queries(job, rated, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = read_exposure(job)
        assert found.sentences
        assert found.routes
        assert found.releases


@pytest.mark.parametrize(
    ("percentile", "words"),
    [("1.4", "1st"), ("2.5", "3rd"), ("0.05", "1st"), ("99.95", "99th"), ("12.6", "13th"), ("22", "22nd")],
)
def test_percentiles_are_said_as_people_say_them(percentile, words):
    assert ordinal(Decimal(percentile)) == words
