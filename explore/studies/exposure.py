"""How far AI reaches into one job, by every measure of every study, each with where the job stands."""

from collections.abc import Iterable
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
class Rated:
    """One value with its measure and study; `route` says in words under which code the study rates the job."""

    row: Exposure
    measure: ExposureMeasure
    study: ExposureStudy
    route: str

    @property
    def percentile(self) -> Decimal:
        """Where the job stands among those that the study rates."""
        return self.row.percentile

    @property
    def place(self) -> str:
        """The percentile as people say it: "72nd"."""
        return messages.ordinal(self.percentile)

    @property
    def figure(self) -> Figure:
        """The value with all its words."""
        return self.row.figure("value")

    @property
    def name(self) -> str:
        """The measure, with the code where the study rates several codes of the job."""
        return f"{self.measure.title} ({self.study.authors})"


@dataclass(frozen=True, slots=True)
class Unrated:
    """A study that says nothing of the job, and why in words."""

    study: ExposureStudy
    reason: str


@dataclass(frozen=True, slots=True)
class JobExposure:
    """What each study says of one job. `main` are its measures, `parts` what they are made of."""

    job: Occupation
    main: list[Rated]
    parts: list[Rated]
    unrated: list[Unrated]

    def __bool__(self) -> bool:
        return bool(self.main)

    @property
    def releases(self) -> list[Release]:
        """The releases that something is taken from, each once."""
        return list(dict.fromkeys(rated.row.release for rated in (*self.main, *self.parts)))

    @property
    def routes(self) -> list[str]:
        """Under which codes the studies rate the job, in words, each once."""
        return list(dict.fromkeys(filter(None, (rated.route for rated in self.main))))

    @property
    def sentences(self) -> list[Message]:
        """Where the measures put the job, where they part and why, and what none of them says."""
        if len(self.main) < 2:
            return [messages.NO_FORECAST]
        high = max(self.main, key=lambda rated: rated.percentile)
        low = min(self.main, key=lambda rated: rated.percentile)
        said = [messages.spread(self.job.title, (high.name, high.percentile), (low.name, low.percentile))]
        if high.percentile - low.percentile >= messages.CLOSE and high.measure != low.measure:
            said.append(messages.why(high.measure, low.measure))
        return [*said, messages.NO_FORECAST]


def read_exposure(job: Occupation) -> JobExposure:
    """Read what studies say of one job: two queries."""
    rows = Exposure.objects.published().for_job(job).with_words()
    rated = [Rated(row, row.measured, row.study, messages.route(row.occupation, job)) for row in newest(rows)]
    rated.sort(key=_in_order)
    present = loaded(study.source for study in studies())
    return JobExposure(
        job=job,
        main=[one for one in rated if one.measure.is_main],
        parts=[one for one in rated if not one.measure.is_main],
        unrated=[_unrated(study, job, present) for study in studies() if study not in {one.study for one in rated}],
    )


def newest(rows: Iterable[Exposure]) -> list[Exposure]:
    """Those of each measure's newest release."""
    rows = list(rows)
    last: dict[tuple, tuple] = {}
    for row in rows:
        last[_measure(row)] = max(last.get(_measure(row), ()), _age(row.release))
    return [row for row in rows if _age(row.release) == last[_measure(row)]]


def _measure(row: Exposure) -> tuple:
    return row.release.source_id, row.measure, row.variant


def _age(release: Release) -> tuple:
    return release.period_end or date.min, release.slug, release.pk


def _in_order(rated: Rated) -> tuple:
    return studies().index(rated.study), rated.study.measures.index(rated.measure), rated.row.occupation.code


def _unrated(study: ExposureStudy, job: Occupation, present: set[str]) -> Unrated:
    if study.source not in present:
        return Unrated(study, messages.not_loaded(study.authors))
    return Unrated(study, messages.not_rated(study.authors, job.title, study.classification))
