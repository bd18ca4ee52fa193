from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from careers.exposure_studies import ExposureMeasure, ExposureStudy, studies
from careers.models import Exposure, Occupation
from explore.messages import Message
from explore.studies import messages
from explore.studies.sources import loaded
from facts.figure import Figure
from facts.models import Release


@dataclass(frozen=True, slots=True)
class RatedExposure:
    row: Exposure
    measure: ExposureMeasure
    study: ExposureStudy
    route: str

    @property
    def percentile(self) -> Decimal:
        return self.row.percentile

    @property
    def place(self) -> str:
        """ "72nd"."""
        return messages.ordinal(self.percentile)

    @property
    def figure(self) -> Figure:
        return self.row.score

    @property
    def name(self) -> str:
        return f"{self.measure.title} ({self.study.authors})"


@dataclass(frozen=True, slots=True)
class Unrated:
    study: ExposureStudy
    reason: str
    is_loaded: bool


@dataclass(frozen=True, slots=True)
class JobExposure:
    """`main` are a study's measures, `parts` their components."""

    job: Occupation
    main: list[RatedExposure]
    parts: list[RatedExposure]
    unrated: list[Unrated]

    def __bool__(self) -> bool:
        return bool(self.main)

    @property
    def releases(self) -> list[Release]:
        return list(dict.fromkeys(rated.row.release for rated in (*self.main, *self.parts)))

    @property
    def routes(self) -> list[str]:
        return list(dict.fromkeys(filter(None, (rated.route for rated in self.main))))

    @property
    def sentences(self) -> list[Message]:
        if len(self.main) < 2:
            return [messages.NO_FORECAST]
        high = max(self.main, key=lambda rated: rated.percentile)
        low = min(self.main, key=lambda rated: rated.percentile)
        sentences = [messages.spread(self.job.title, (high.name, high.percentile), (low.name, low.percentile))]
        if high.percentile - low.percentile >= messages.CLOSE and high.measure != low.measure:
            sentences.append(messages.why(high.measure, low.measure))
        return [*sentences, messages.NO_FORECAST]


def read_exposure(job: Occupation) -> JobExposure:
    """Two queries."""
    rows = Exposure.objects.published().for_job(job).with_words()
    return exposure_of(job, rows, loaded(study.source for study in studies()))


def exposure_of(job: Occupation, rows: Iterable[Exposure], present: Collection[str]) -> JobExposure:
    """From the rows of a job; `present` are the slugs of studies that are loaded."""
    rated = [RatedExposure(row, row.measured, row.study, messages.route(row.occupation, job)) for row in newest(rows)]
    rated.sort(key=_in_order)
    return JobExposure(
        job=job,
        main=[one for one in rated if one.measure.is_main],
        parts=[one for one in rated if not one.measure.is_main],
        unrated=[_unrated(study, job, present) for study in studies() if study not in {one.study for one in rated}],
    )


def newest(rows: Iterable[Exposure]) -> list[Exposure]:
    rows = list(rows)
    last: dict[tuple, tuple] = {}
    for row in rows:
        last[_measure(row)] = max(last.get(_measure(row), ()), _age(row.release))
    return [row for row in rows if _age(row.release) == last[_measure(row)]]


def _measure(row: Exposure) -> tuple:
    return row.release.source_id, row.measure, row.variant


def _age(release: Release) -> tuple:
    return release.period_end or date.min, release.slug, release.pk


def _in_order(rated: RatedExposure) -> tuple:
    return studies().index(rated.study), rated.study.measures.index(rated.measure), rated.row.occupation.code


def _unrated(study: ExposureStudy, job: Occupation, present: Collection[str]) -> Unrated:
    if study.source not in present:
        return Unrated(study, messages.not_loaded(study.authors), is_loaded=False)
    return Unrated(study, messages.not_rated(study.authors, job.title, study.classification), is_loaded=True)
