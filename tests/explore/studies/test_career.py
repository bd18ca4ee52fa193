"""What studies say of a career: by the group it is counted in, with what guides say of the same."""

import pytest

from careers.models import OccupationMatch
from explore.jobs import find_career_job, read_job
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def career():
    return make.CareerFactory(slug="keeper")


def studies():
    return read_job(find_career_job("keeper")).studies


def test_the_first_group_that_it_is_counted_in_is_read(career):
    near, counted = make.OccupationFactory(), make.OccupationFactory()
    make.OccupationMatchFactory(career=career, occupation=near, match=OccupationMatch.Match.RELATED, position=1)
    make.OccupationMatchFactory(career=career, occupation=counted, match=OccupationMatch.Match.EXACT, position=2)
    make.ExposureFactory(copilot=True, occupation=counted)
    assert studies().exposure


def test_a_career_in_no_group_has_no_studies(career):
    assert not studies().exposure
    assert not studies().at_home


@pytest.mark.parametrize(
    ("body", "remarks"),
    [
        ("AI may sort charts. People check them.", ["AI may sort charts."]),
        ("## Automation\n\nCoding is automated in part.", ["Coding is automated in part."]),
        ("Work with aid of others, said Aida.", []),
    ],
)
def test_sentences_about_automation_are_found(career, body, remarks):
    make.SectionFactory(career=career, body=body)
    assert [remark.text for remark in studies().on_automation] == remarks


def test_sentences_about_work_from_home_are_found_with_their_source(career):
    section = make.SectionFactory(career=career, body="Many work from home. Others travel.")
    (remark,) = studies().on_home
    assert (remark.text, remark.source.code, remark.locator) == (
        "Many work from home.",
        section.source.slug,
        section.locator,
    )
