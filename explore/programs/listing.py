from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from careers.models import Occupation
from education.models import ProgramOutcome
from education.models.record.program_outcome import ProgramOutcomeQuerySet
from explore.programs.payback import Payback, gap_in_words, payback_of
from explore.reference_releases import newest_yardstick
from facts.figure import Figure
from facts.models import Release
from facts.models.leaving_out import leave_out
from facts.models.release import NEWEST_FIRST


@dataclass(frozen=True, slots=True)
class OfficialPay:
    """A job, and its official median pay in a year, where there is one."""

    job: Occupation
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """`gap` is how far graduates' earnings are from a job's official pay, in words."""

    outcome: ProgramOutcome
    payback: Payback | None
    gap: str

    @property
    def tuition(self) -> int | None:
        """A year in the school's own state; None for graduates too, since what is at hand is for undergraduates."""
        return self.outcome.tuition if self.outcome.level in ProgramOutcome.UNDERGRADUATE else None  # type: ignore[attr-defined]


def newest_outcomes() -> Release | None:
    """The release whose programs are listed."""
    held = ProgramOutcome.objects.filter(release=OuterRef("pk"))
    ready = leave_out(Release.objects.ready().filter(Exists(held)).select_related("source"), "report")
    return ready.order_by("is_partial", *NEWEST_FIRST).first()


def find_programs(release: Release | None) -> ProgramOutcomeQuerySet:
    """Those of a release; none without one."""
    programs = ProgramOutcome.objects.published()
    return programs.filter(release=release) if release else programs.none()


def pay_of(job: Occupation) -> OfficialPay:
    """In the whole country: four queries."""
    figures = newest_yardstick(job.scheme).record_of([job.pk])[job.pk]
    median = figures.get("annual_median")
    return OfficialPay(job, median if median and not median.is_missing else None)


def list_programs(programs: Any, pay: OfficialPay | None = None) -> list[ProgramRow]:
    """A slice of programs, in its order: two queries, so that schools are looked up for these rows alone."""
    keys = list(programs.values_list("pk", flat=True))
    rows = ProgramOutcome.objects.published().with_words().in_bulk(keys)
    return [_row(rows[key], pay.figure if pay else None) for key in keys]


def _row(outcome: ProgramOutcome, pay: Figure | None) -> ProgramRow:
    earnings = outcome.earnings_after_four_years
    payback = payback_of(outcome.level, outcome.tuition, earnings)  # type: ignore[attr-defined]
    gap = gap_in_words(earnings, pay.value) if pay and pay.value and earnings else ""
    return ProgramRow(outcome, payback, gap)
