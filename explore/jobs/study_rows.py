from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from careers.exposure_studies import studies
from careers.jobs import Jobs, jobs_by_code
from careers.models import Exposure, Occupation, WorkFromHome
from explore.guide import Guide
from explore.jobs.guide_rows import named
from explore.jobs.studies import AtHome, JobRemark, MeasuredExposure, Studies
from explore.studies import JobAtHome, JobExposure, RatedExposure, exposure_of, work_from_home_of
from explore.studies.remarks import AUTOMATION, FROM_HOME, Remark, remarks_on
from explore.studies.sources import loaded
from facts.figure import Named
from facts.models import Release
from facts.models.sharing import Read


class StudyRows:
    """What studies say of several jobs, under any of their codes: a fixed number of queries."""

    def __init__(self, occupations: Collection[Occupation], read: Read):
        self._present = loaded([*(study.source for study in studies()), WorkFromHome.SOURCE])
        jobs = jobs_by_code([occupation.pk for occupation in occupations]) if self._present else {}
        exposures = Exposure.objects.published().filter(occupation__in=jobs).with_words()
        self._exposures = _by_job(read(exposures), jobs)
        at_home = WorkFromHome.objects.published().filter(occupation__in=jobs).with_words()
        self._at_home = _by_job(read(at_home.order_by("occupation__code")), jobs)

    def exposure(self, job: Occupation) -> JobExposure:
        return exposure_of(job, self._exposures.get(job.pk, []), self._present)

    def at_home(self, job: Occupation) -> JobAtHome:
        rows = self._at_home.get(job.pk, [])
        newest = max((_age(row.release) for row in rows), default=None)
        return work_from_home_of(job, [row for row in rows if _age(row.release) == newest], self._present)


def _by_job(rows: Iterable[Any], jobs: Jobs) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        for job in jobs[row.occupation_id]:
            found[job].append(row)
    return found


def _age(release: Release) -> tuple:
    return release.period_end or date.min, release.slug, release.pk


def studies_of(occupation: Occupation | None, guide: Guide | None, rows: StudyRows) -> Studies:
    """Both of one job, and the remarks of its guides."""
    on_automation = _remarks(remarks_on(AUTOMATION, guide) if guide else ())
    on_home = _remarks(remarks_on(FROM_HOME, guide) if guide else ())
    if occupation is None or occupation.is_group:
        return Studies(on_automation=on_automation, on_home=on_home)
    exposure, at_home = rows.exposure(occupation), rows.at_home(occupation)
    return Studies(
        exposure=tuple(map(_exposure, (*exposure.main, *exposure.parts))),
        sentences=tuple(message.text for message in exposure.sentences) if exposure else (),
        routes=tuple(exposure.routes),
        at_home=tuple(_at_home(at_home)),
        sources=_sources(exposure, at_home),
        unrated=tuple(study.reason for study in exposure.unrated),
        not_at_home=at_home.reason,
        lacking=tuple(_lacking(exposure, at_home)),
        on_automation=on_automation,
        on_home=on_home,
    )


def _lacking(exposure: JobExposure, at_home: JobAtHome) -> Iterable[tuple[str, bool]]:
    for unrated in exposure.unrated:
        yield f"AI exposure by {unrated.study.authors}", unrated.is_loaded
    if at_home.reason:
        yield "work from home", at_home.is_loaded


def _exposure(rated: RatedExposure) -> MeasuredExposure:
    measure, row = rated.measure, rated.row
    return MeasuredExposure(
        name=rated.name,
        title=measure.title,
        scale=measure.scale,
        looks_at=measure.looks_at,
        authors=rated.study.authors,
        printed=row.as_printed,
        percentile=rated.percentile,
        place=rated.place,
        release=row.release.named,
        locator=row.locator,
        is_main=measure.is_main,
    )


def _at_home(at_home: JobAtHome) -> Iterable[AtHome]:
    for row, sentence, route in at_home.sentences:
        authors = row.release.source.publisher
        yield AtHome(
            sentence=sentence.text, printed=row.as_printed, authors=authors, release=row.release.named, route=route
        )


def _remarks(found: Iterable[Remark]) -> tuple[JobRemark, ...]:
    return tuple(JobRemark(text=each.text, source=named(each.source), locator=each.locator) for each in found)


def _sources(exposure: JobExposure, at_home: JobAtHome) -> tuple[tuple[Named, Named, str], ...]:
    releases: list[Release] = [*exposure.releases, *at_home.releases]
    return tuple(
        (Named(each.source.slug, each.source.title, each.source.get_absolute_url()), each.named, each.credit)
        for each in releases
    )
