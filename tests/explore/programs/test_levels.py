"""What programs that lead to a job cost and bring, level by level."""

import pytest

from education.models import Path
from explore.programs.levels import OutcomeRows, costs_by_level
from explore.programs.listing import newest_outcomes
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    job = make.OccupationFactory(code="29-2072", title="Medical Records Specialists")
    make.ProgrammeOccupationFactory(occupation=job, code="51.0707")
    return job


def level_of(job, paths=()):
    (level,) = OutcomeRows([job], newest_outcomes()).of(job, paths).levels
    return level


def test_ranges_go_from_the_lowest_to_the_highest_program(job):
    low = make.ProgramOutcomeFactory(earnings_after_four_years=30_000, debt=9_000)
    high = make.ProgramOutcomeFactory(earnings_after_four_years=60_000, debt=21_000)
    make.TuitionFactory(unit_id=low.unit_id, in_state=4_000)
    make.TuitionFactory(unit_id=high.unit_id, in_state=20_000)
    level = level_of(job)
    assert (level.programs, level.paid) == (2, 2)
    assert (level.earnings_low, level.earnings_high, level.debt_low, level.debt_high) == (30_000, 60_000, 9_000, 21_000)
    assert (level.tuition_low, level.tuition_high) == (4_000, 20_000)


def test_what_is_suppressed_counts_as_a_program_and_not_as_a_number(job):
    make.ProgramOutcomeFactory(suppressed=True)
    level = level_of(job)
    assert (level.programs, level.paid) == (1, 0)
    assert (level.earnings_low, level.debt_high) == (None, None)


def test_tuition_of_undergraduates_is_not_shown_for_graduate_study(job):
    master = make.ProgramOutcomeFactory(level="master")
    make.TuitionFactory(unit_id=master.unit_id)
    assert level_of(job).tuition_low is None


def test_other_fields_of_study_and_other_releases_are_left_out(job):
    make.ProgramOutcomeFactory()
    make.ProgramOutcomeFactory(code="51.38")
    older = make.ReleaseFactory(scorecard=True, slug="2025-05-19", published_on="2025-05-19")
    make.ProgramOutcomeFactory(release=older, earnings_after_four_years=1)
    assert level_of(job).earnings_low == 46_000


def test_levels_stand_from_the_shortest_up_and_lead_to_their_programs(job):
    for level in ("master", "certificate", "associate"):
        make.ProgramOutcomeFactory(level=level)
    levels = OutcomeRows([job], newest_outcomes()).of(job, ()).levels
    assert [level.level.code for level in levels] == ["certificate", "associate", "master"]
    assert levels[1].level.url == "/schools/programs/?occupation=29-2072&level=associate"


def test_guides_claims_of_cost_stand_under_the_level_of_what_one_ends_with():
    path = make.PathFactory(cost_low=10_000, cost_high=20_000, currency="USD")
    path.credentials.add(make.CredentialFactory(rank=3))
    (cost,) = costs_by_level(Path.objects.with_words())["associate"]
    assert cost.value_text == "$10,000 to $20,000"


def test_a_job_without_programs_has_none(job):
    make.ProgramOutcomeFactory(code="51.38")
    assert OutcomeRows([job], newest_outcomes()).of(job, ()) is None
