"""What a job's page lacks, and why: not loaded on this site, not published, withheld, or said by no source here."""

from explore.jobs.document import Gap, JobDocument
from explore.jobs.record import Record
from facts.marks import Mark
from facts.models import Place, Release
from salaries.models import Wage

NOT_LOADED = "not loaded on this site"
NOT_PUBLISHED = "not published for this job"
WITHHELD = "withheld by the publisher"
NO_SOURCE = "in no source here"

ONET, PROJECTIONS = "onet", "bls-employment-projections"
DESCRIBED = (
    ("tasks", "a list of tasks"),
    ("skills", "ratings of skills"),
    ("technology", "technology and tools"),
    ("interests", "interests"),
    ("related", "related jobs from O*NET"),
)
TOLD = (
    ("steps", "steps to become one"),
    ("pros", "pros and cons"),
    ("questions", "common questions"),
)


def gaps_of(document: JobDocument) -> tuple[Gap, ...]:
    """What is missing, each with its reason: two queries."""
    loaded = set(Release.objects.ready().values_list("source__slug", flat=True).distinct().order_by())
    return (*_record_gaps(document.record, loaded), *_guide_gaps(document))


def _record_gaps(record: Record | None, loaded: set[str]) -> list[Gap]:
    if record is None:
        return [Gap(what="official figures", why=NOT_PUBLISHED)]
    found = [_pay_gap(record), _state_gap(record), _real_gap(record)]
    if not record.projections:
        found.append(Gap(what="projected growth", why=_why(PROJECTIONS, loaded)))
    found += [Gap(what=words, why=_why(ONET, loaded)) for name, words in DESCRIBED if not record.listing(name)]
    return [gap for gap in found if gap]


def _why(source: str, loaded: set[str]) -> str:
    return NOT_PUBLISHED if source in loaded else NOT_LOADED


def _pay_gap(record: Record) -> Gap | None:
    if record.latest and record.latest.median:
        return None
    median = record.latest.figure("annual_median") if record.latest else None
    withheld = median is not None and Mark.SUPPRESSED in median.marks
    return Gap(what="official pay", why=WITHHELD if withheld else NOT_PUBLISHED)


def _state_gap(record: Record) -> Gap | None:
    if record.states:
        return None
    cells = Wage.objects.published().filter(place__kind=Place.Kind.STATE)
    return Gap(what="pay by state", why=NOT_PUBLISHED if cells.exists() else NOT_LOADED)


def _real_gap(record: Record) -> Gap | None:
    if len(record.years) < 2:
        return Gap(what="pay in other years", why=NOT_LOADED)
    return Gap(what="pay after inflation", why=NOT_LOADED) if record.real_why_not else None


def _guide_gaps(document: JobDocument) -> list[Gap]:
    found = [Gap(what=words, why=NO_SOURCE) for name, words in TOLD if not document.listed(name)]
    if not any(row.level for row in document.stated("salaries")):
        found.append(Gap(what="pay by years of experience", why=NO_SOURCE))
    if not any(row.figure("cost") for row in document.stated("paths")):
        found.append(Gap(what="what training costs", why=NO_SOURCE))
    return found
