"""Where two measures order the same jobs differently."""

import pytest

from explore.models import FoundRankDisagreement
from explore.studies import rankings
from explore.studies.ranking import find_rank_disagreements
from explore.studies.rankings import RankDisagreement
from facts.actions import publishing
from tests import factories as make

pytestmark = pytest.mark.django_db


def rank_disagreements() -> list[RankDisagreement]:
    """As an import keeps them."""
    find_rank_disagreements()
    return rankings.rank_disagreements()


def rate(codes_and_values, **said):
    """Give jobs of today these values of one measure."""
    for code, value in codes_and_values.items():
        job = make.OccupationFactory(code=code, title=f"Job {code}")
        make.ExposureFactory(occupation=job, as_printed=str(value), **said)


@pytest.fixture
def opposed():
    """Two measures of four jobs in opposite order; a fifth that only one rates."""
    rate({"11-0001": 0.1, "11-0002": 0.2, "11-0003": 0.3, "11-0004": 0.4, "11-0005": 0.9}, copilot=True)
    rate({"11-0001": 0.8, "11-0002": 0.6, "11-0003": 0.4, "11-0004": 0.2})


def test_opposite_orders_are_said_to_be_so(opposed):
    (found,) = rank_disagreements()
    assert (found.jobs, found.correlation) == (4, pytest.approx(-1))
    assert (
        "both rate 4 jobs. They put them in nearly opposite orders. Their rank correlation is −1.00"
        in found.sentence.text
    )
    assert found.why.text.startswith("They measure different things.")


def test_jobs_stand_by_how_far_the_measures_part(opposed):
    (found,) = rank_disagreements()
    assert [parting.job.code for parting in found.widest] == ["11-0001", "11-0004", "11-0002", "11-0003"]
    assert [float(parting.gap) for parting in found.widest] == [75, 75, 25, 25]


def test_at_most_ten_jobs_are_told():
    codes = [f"11-{number:04}" for number in range(1, 15)]
    rate({code: number for number, code in enumerate(codes)}, aioe=True, copilot=False)
    rate({code: -number for number, code in enumerate(codes)})
    assert [len(found.widest) for found in rank_disagreements()] == [10]


def test_a_code_of_2010_counts_where_it_is_the_same_job_still():
    kept, split = (make.OccupationFactory(soc_2010=True, code=code) for code in ("23-2011", "29-2071"))
    today = make.OccupationFactory(code="23-2011", title="Paralegals")
    make.CrosswalkFactory(from_occupation=kept, to_occupation=today)
    halves = [make.OccupationFactory(code=code) for code in ("29-2072", "29-9021")]
    for half in halves:
        make.CrosswalkFactory(from_occupation=split, to_occupation=half)
    other = make.OccupationFactory(code="15-1252")
    for job in (today, *halves, other):
        make.ExposureFactory(copilot=True, occupation=job)
    for code in (kept, split, other):
        make.ExposureFactory(aioe=True, occupation=code)
    (found,) = rank_disagreements()
    assert found.jobs == 2


def test_specialties_of_a_job_are_left_out():
    job = make.OccupationFactory(code="29-1141")
    special = make.OccupationFactory(onet=True, code="29-1141.01", parent=job)
    make.ExposureFactory(occupation=special)
    make.ExposureFactory(copilot=True, occupation=job)
    assert rank_disagreements() == []


def test_nothing_here_is_no_disagreement():
    assert rank_disagreements() == []


def test_what_is_kept_is_read_in_two_queries(opposed, django_assert_num_queries):
    find_rank_disagreements()
    with django_assert_num_queries(2):
        rankings.rank_disagreements()


def test_they_are_found_anew_when_a_study_is_published_and_left_alone_otherwise(opposed):
    job = make.OccupationFactory(code="11-0006")
    row = make.ExposureFactory(occupation=job, as_printed="0.5")
    with publishing(act="import", reason="Wages.") as publication:
        publication.changed(make.WageFactory().release)
    assert not FoundRankDisagreement.objects.exists()
    with publishing(act="import", reason="A study.") as publication:
        publication.changed(row.release)
    assert FoundRankDisagreement.objects.get().jobs == 4


def test_the_page_and_the_api_tell_of_them(opposed, client):
    find_rank_disagreements()
    page = client.get("/disagreements/").content.decode()
    assert "Measures that order the same jobs differently" in page
    assert "Job 11-0004" in page
    (shown,) = client.get("/api/v1/rank-disagreements/").json()["results"]
    assert (shown["jobs"], shown["correlation"]) == (4, -1)
    assert shown["widest"][0]["job"]["code"] == "11-0001"
    assert client.get("/api/v1/rank-disagreements/?source=exposure-aioe").json()["results"] == []
    assert client.get("/api/v1/rank-disagreements.csv").status_code == 200
