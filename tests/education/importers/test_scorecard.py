"""College Scorecard by field of study: what is suppressed is never a number."""

import pytest

from education.models import ProgramOutcome
from facts.models import Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from tests import needs
from tests.tables import write_table

pytestmark = pytest.mark.django_db

HEADER = "UNITID,OPEID6,INSTNM,CONTROL,CIPCODE,CIPDESC,CREDLEV,CREDDESC,IPEDSCOUNT2,EARN_MDN_1YR,EARN_MDN_4YR"
HEADER = [*HEADER.split(","), "DEBT_ALL_STGP_EVAL_MDN"]
SCHOOL = ["204796", "003090", "Ohio State University-Main Campus", "Public"]
RECORDS = ["5107", "Health and Medical Administrative Services."]


def rows(*outcomes):
    return [HEADER, *([*SCHOOL, *RECORDS, level, "x", *figures] for level, *figures in outcomes)]


@pytest.fixture
def imported(tmp_path):
    def imported(*outcomes, label="June 10, 2026"):
        path = write_table(tmp_path / "Most-Recent-Cohorts-Field-of-Study.csv", rows(*outcomes))
        return import_release("scorecard", path, label=label)

    return imported


def test_a_program_has_its_figures(imported):
    report = imported(("3", "31", "43210", "61234", "23000"))
    assert (report.read, report.created) == (1, 1)
    outcome = ProgramOutcome.objects.published().in_fields(["51.0707"]).get()
    assert (outcome.unit_id, outcome.code, outcome.level) == (204_796, "51.07", "bachelor")
    assert (outcome.completers, outcome.earnings_after_one_year, outcome.debt) == (31, 43_210, 23_000)
    assert (outcome.earnings_after_four_years, outcome.currency, outcome.marks) == (61_234, "USD", {})
    assert str(outcome).endswith("Health and Medical Administrative Services, Bachelor’s degree")


def test_what_is_suppressed_or_not_given_is_a_mark_and_never_a_number(imported):
    imported(("2", "NULL", "PS", "PS", ""))
    outcome = ProgramOutcome.objects.get()
    assert [getattr(outcome, name) for name in ProgramOutcome.FIGURES] == [None] * 4
    assert outcome.marks == {
        "completers": {"not_published": True},
        "earnings_after_one_year": {"suppressed": True},
        "earnings_after_four_years": {"suppressed": True},
        "debt": {"not_published": True},
    }
    outcome.full_clean()


def test_a_level_that_is_none_leaves_the_row_out(imported):
    report = imported(("3", "1", "PS", "PS", "PS"), ("12", "1", "PS", "PS", "PS"))
    assert (report.created, report.rejected) == (1, 1)


def test_the_release_is_named_by_its_day(imported):
    imported(("3", "1", "PS", "PS", "PS"))
    release = Release.objects.get()
    assert (release.slug, release.label, release.published_on.year) == ("2026-06-10", "June 10, 2026", 2026)
    with pytest.raises(ImportRefused, match="give the day on which it came out"):
        imported(("3", "2", "PS", "PS", "PS"), label="the newest")


@pytest.mark.data
def test_every_row_of_the_publisher_s_file_is_accounted_for():
    report = import_release("scorecard", needs.data() / "college-scorecard/Most-Recent-Cohorts-Field-of-Study.csv.gz")
    assert (report.read, report.created, report.rejected) == (220_960, 220_960, 0)
    outcomes = ProgramOutcome.objects.all()
    assert outcomes.exclude(earnings_after_four_years=None).count() == 57_172
    assert outcomes.exclude(earnings_after_one_year=None).count() == 4_754
