"""Whether a job can be done at home."""

import pytest

from explore.studies import read_work_from_home
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    return make.OccupationFactory(code="29-2072", title="Medical Records Specialists")


def rate(job, printed, code="29-2071"):
    older = make.OccupationFactory(soc_2010=True, code=code, title="Technicians")
    make.CrosswalkFactory(from_occupation=older, to_occupation=job)
    whole = make.OccupationFactory(scheme="onet-soc-2010", code=f"{code}.00", title=older.title, parent=older)
    make.WorkFromHomeFactory(occupation=whole, value=printed, as_printed=printed)


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("1", "The work of Medical Records Specialists can all be done at home."),
        ("0", "The work of Medical Records Specialists cannot be done at home."),
        ("0.50", "Of the work counted under Medical Records Specialists, a share of 0.5 can be done at home."),
    ],
)
def test_what_it_says_of_a_job_by_the_code_that_it_came_from(job, printed, sentence):
    rate(job, printed)
    ((row, said, route),) = read_work_from_home(job).sentences
    assert (row.as_printed, said.text) == (printed, sentence)
    assert route.startswith("Rated as 29-2071.00 Technicians in O*NET-SOC 2010. The crosswalk leads")


def test_a_job_that_came_from_two_codes_is_told_by_each(job):
    rate(job, "1")
    rate(job, "0", code="43-9999")
    assert len(read_work_from_home(job).sentences) == 2


def test_why_there_is_nothing(job):
    assert read_work_from_home(job).reason == "Dingel and Neiman: not loaded on this site."
    make.WorkFromHomeFactory()
    assert read_work_from_home(job).reason.startswith("Dingel and Neiman: no rating of Medical Records Specialists.")
