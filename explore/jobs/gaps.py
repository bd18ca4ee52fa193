"""What a job's page lacks, and why."""

from collections.abc import Sequence
from typing import Any

from careers.models import OccupationTool, Outlook, Rating, RelatedOccupation, Task
from education.models import ProgramOutcome
from explore.jobs.document import Gap, JobDocument
from explore.jobs.record import JobRecord
from facts.marks import Mark
from facts.models import Place
from salaries.models import Wage

NOT_LOADED = "not loaded on this site"
NOT_PUBLISHED = "not published for this job"
WITHHELD = "withheld by the publisher"
NO_SOURCE = "in no source here"
NOT_UNDER_CODE = "not published under this code"
NOT_RATED = "not rated by the study"
LEFT_EMPTY = "left empty by the {source}"
NO_GROUP = "the job is tied to no group that statistics count"

DESCRIBED = (
    ("tasks", Task, "a list of tasks"),
    ("skills", Rating, "ratings of skills"),
    ("technology", OccupationTool, "technology and tools"),
    ("interests", Rating, "interests"),
    ("related", RelatedOccupation, "jobs with similar work"),
)
TOLD = (
    ("steps", "steps to become one"),
    ("pros", "pros and cons"),
    ("questions", "common questions"),
)


class Held:
    """Whether the site has official figures of a kind for any job: asked once for each kind."""

    def __init__(self) -> None:
        self._reasons: dict[str, str] = {}

    def gap(self, what: str, rows: Any) -> Gap:
        """That a job has none of `rows`: there are some for others, or none at all."""
        if what not in self._reasons:
            self._reasons[what] = NOT_PUBLISHED if rows.published().exists() else NOT_LOADED
        return Gap(what=what, why=self._reasons[what])


def gaps_of(document: JobDocument, held: Held | None = None) -> tuple[Gap, ...]:
    """What is missing, each with its reason: a query at most for each kind of official figure that is missing."""
    return (
        *_record_gaps(document.record, held or Held()),
        *_study_gaps(document),
        *_check_gap(document),
        *_guide_gaps(document),
    )


def _record_gaps(record: JobRecord | None, held: Held) -> list[Gap]:
    if record is None:
        return [Gap(what="official figures", why=NO_GROUP)]
    found = [_pay_gap(record, held), _state_gap(record, held), _real_gap(record), *_year_gaps(record)]
    if not record.projections:
        found.append(held.gap("projected growth", Outlook.objects.filter(release__isnull=False)))
    if not record.outcomes:
        found.append(held.gap("what graduates earn and owe", ProgramOutcome.objects))
    found += [held.gap(words, model.objects) for name, model, words in DESCRIBED if not record.listing(name)]
    return [gap for gap in found if gap]


def _pay_gap(record: JobRecord, held: Held) -> Gap | None:
    if record.latest and record.latest.median:
        return None
    median = record.latest.figure("annual_median") if record.latest else None
    if median is not None and Mark.SUPPRESSED in median.marks:
        return Gap(what="official pay", why=WITHHELD)
    return held.gap("official pay", Wage.objects)


def _state_gap(record: JobRecord, held: Held) -> Gap | None:
    if record.states:
        return None
    return held.gap("pay by state", Wage.objects.filter(place__kind=Place.Kind.STATE))


def _real_gap(record: JobRecord) -> Gap | None:
    if not record.years:
        return None
    if len(record.years) < 2:
        return Gap(what="pay in other years", why=NOT_UNDER_CODE if len(record.surveyed) > 1 else NOT_LOADED)
    return Gap(what="pay after inflation", why=NOT_LOADED) if record.real_why_not else None


def _year_gaps(record: JobRecord) -> list[Gap]:
    """Years between others that have pay."""
    paid = {cell.year for cell in record.years if cell.median}
    missing = [year for year in range(min(paid), max(paid)) if year not in paid] if paid else []
    by_reason = (
        (NOT_LOADED, [year for year in missing if year not in record.surveyed]),
        (NOT_UNDER_CODE, [year for year in missing if year in record.surveyed]),
    )
    return [Gap(what=f"pay in {in_runs(years)}", why=why) for why, years in by_reason if years]


def in_runs(years: Sequence[int]) -> str:
    """ "2004, 2005, 2008 to 2010"."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _study_gaps(document: JobDocument) -> list[Gap]:
    return [Gap(what=what, why=NOT_RATED if loaded else NOT_LOADED) for what, loaded in document.studies.lacking]


def _check_gap(document: JobDocument) -> list[Gap]:
    count = sum(bool(verdict.needs) for verdict in document.verdicts)
    whose = "one of the figures" if count == 1 else f"{count} of the figures"
    return [Gap(what=f"what {whose} could be checked against", why=NOT_LOADED)] if count else []


def _guide_gaps(document: JobDocument) -> list[Gap]:
    found = [
        Gap(what=section.heading, why=LEFT_EMPTY.format(source=section.credit.source))
        for section in document.sections
        if section.left_empty
    ]
    if not document.ladders and not document.listed("moves"):
        found.append(Gap(what="a career path", why=NO_SOURCE))
    found += [Gap(what=words, why=NO_SOURCE) for name, words in TOLD if not document.listed(name)]
    if not any(row.level for row in document.stated("salaries")):
        found.append(Gap(what="pay by years of experience", why=NO_SOURCE))
    if not any(row.figure("cost") for row in document.stated("paths")):
        found.append(Gap(what="what training costs", why=NO_SOURCE))
    return found
