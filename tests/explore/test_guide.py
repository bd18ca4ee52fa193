"""One career's guide, read whole."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.models import Career
from explore.guide import read_guide
from tests.factories import (
    CareerFactory,
    CredentialFactory,
    LadderFactory,
    OccupationMatchFactory,
    OutlookFactory,
    PathFactory,
    PointFactory,
    QuestionFactory,
    RelatedCareerFactory,
    RequirementFactory,
    SalaryFactory,
    SectionFactory,
    StepFactory,
    TimeToEntryFactory,
    WageFactory,
)

pytestmark = pytest.mark.django_db


def everything(career, *, rows):
    """Give the career `rows` rows of each kind."""
    for position in range(1, rows + 1):
        ladder = LadderFactory(career=career, rungs=5)
        for rung in ladder.rungs.all():
            SalaryFactory(career=career, level=rung, source=ladder.source)
        for part in (SectionFactory, PointFactory, QuestionFactory, StepFactory, RelatedCareerFactory):
            part(career=career, position=position)
        for part in (OutlookFactory, TimeToEntryFactory):
            part(career=career)
        PathFactory(career=career).credentials.add(CredentialFactory())
        RequirementFactory(career=career).credentials.add(CredentialFactory())
        WageFactory(occupation=OccupationMatchFactory(career=career, position=position).occupation)


def queries(slug):
    with CaptureQueriesContext(connection) as captured:
        guide = read_guide(slug)
        _ = guide.figures, [rung.experience for ladder in guide.ladders for rung in ladder.rungs.all()]
        _ = [figure for record in guide.records for figure in record.latest_wage.figures()]
    return len(captured)


def test_it_takes_the_same_queries_however_much_there_is():
    little, much = CareerFactory(), CareerFactory()
    everything(little, rows=1)
    everything(much, rows=6)

    assert queries(little.slug) == queries(much.slug) <= 28


def test_a_career_that_no_source_speaks_of_is_empty():
    assert read_guide(CareerFactory().slug).is_empty


def test_an_unknown_career_is_not_there():
    with pytest.raises(Career.DoesNotExist):
        read_guide("astronaut")


def test_sections_stand_in_the_readers_order():
    career = CareerFactory()
    for kind in ("trends", "overview", "pay"):
        SectionFactory(career=career, kind=kind)

    assert list(read_guide(career.slug).sections) == ["overview", "pay", "trends"]


def test_pay_by_level_begins_with_the_lowest():
    career = CareerFactory()
    everything(career, rows=1)
    SalaryFactory(career=career)

    guide = read_guide(career.slug)

    assert [row.level.position for row in guide.salaries_by_level] == [1, 2, 3, 4, 5]


def test_the_record_of_a_tied_occupation_comes_with_the_latest_first():
    match = OccupationMatchFactory()
    wage = WageFactory(occupation=match.occupation)

    (record,) = read_guide(match.career.slug).records

    assert record.latest_wage == wage
    assert record.latest_outlook is None


def test_a_release_that_is_not_ready_is_not_read():
    match = OccupationMatchFactory()
    WageFactory(occupation=match.occupation, release__state="importing")

    (record,) = read_guide(match.career.slug).records

    assert record.wages == []


def test_guides_come_before_the_record_among_the_sources(guides, db):
    kinds = [source.kind for source in read_guide("medical-records-administrator").sources]

    assert kinds[:2] == ["guide", "guide"]
    assert "guide" not in kinds[2:]
