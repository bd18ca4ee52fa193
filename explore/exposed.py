"""What studies say of all jobs: AI exposure by one measure, and work from home."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from careers.exposure_studies import LeadingMeasure, leading_measures
from careers.jobs import Jobs, jobs_by_code
from careers.models import Exposure, Occupation, WorkFromHome
from explore.newest import of_newest_release_of_all
from explore.studies.sources import loaded

EXPOSURE = (("low", "Lowest third"), ("middle", "Middle third"), ("high", "Highest third"))
ENDS = {"low": 100 / 3, "middle": 200 / 3, "high": 100}
"""The percentile at which each third ends."""


def current_jobs(scheme: str) -> Jobs:
    """The detailed occupations of a classification, by each code that stands for them. Three queries."""
    detailed = Occupation.objects.filter(scheme=scheme, level=Occupation.Level.DETAILED)
    return jobs_by_code(detailed.values_list("pk", flat=True))


def measure_of(word: str = "") -> LeadingMeasure | None:
    """The measure that a word names; without one, the first whose study this site has. A query."""
    measures = leading_measures()
    present = loaded(each.study.source for each in measures)
    return next((each for each in measures if each.study.source in present and word in ("", each.word)), None)


def percentiles(jobs: Jobs, leading: LeadingMeasure | None) -> dict[int, float]:
    """Of each job (primary key) that the measure rates: the highest where several of its codes are one job. A query."""
    if leading is None:
        return {}
    rows = of_newest_release_of_all(Exposure.objects.published().filter(release__source__slug=leading.study.source))
    rated = rows.of_whole_jobs().of_measure(*leading.measure.key)
    return _by_job(dict(rated.values_list("occupation", "percentile")), jobs)


def _by_job(values: Mapping[int, Decimal], jobs: Jobs) -> dict[int, float]:
    found: dict[int, float] = {}
    for code, percentile in values.items():
        for job in jobs.get(code, ()):
            found[job] = max(found.get(job, 0), float(percentile))
    return found


def jobs_exposed(thirds: Collection[str], scheme: str, word: str = "") -> list[int]:
    rated = percentiles(current_jobs(scheme), measure_of(word))
    return [job for job, percentile in rated.items() if third_of(percentile) in thirds]


def third_of(percentile: float) -> str:
    """
    >>> third_of(20), third_of(50), third_of(90)
    ('low', 'middle', 'high')
    """
    return next(name for name, end in ENDS.items() if percentile <= end)


def done_at_home(jobs: Jobs) -> dict[int, set[str]]:
    """ "true" or "false" of each job; both where its codes differ."""
    rows = of_newest_release_of_all(WorkFromHome.objects.published()).of_whole_jobs().filter(value__in=(0, 1))
    found: dict[int, set[str]] = {}
    for code, value in rows.values_list("occupation", "value"):
        for job in jobs.get(code, ()):
            found.setdefault(job, set()).add("true" if value else "false")
    return found
