"""All jobs measured in one place, made once in an edition. A set of jobs is a whole number: bit n stands for row n."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from operator import itemgetter
from typing import Any

from django.http import QueryDict

from careers.exposure_studies import LeadingMeasure
from careers.jobs import Jobs
from careers.models import Occupation, TypicalEntry
from explore.browse.rows import COLUMNS, EXPOSURE, in_one_list, jobs_of
from explore.exposed import current_jobs, done_at_home, measure_of, percentiles, third_of
from explore.facets import FacetBand
from explore.filters.jobs import JobFilter
from explore.interests import NUMBERS, best_fits
from explore.newest import of_newest_release_of_all
from explore.reference_releases import CURRENT, Yardstick, newest_yardstick
from explore.studies.browsing import exposure_measures, loaded_measures
from facts.edition_key import edition_read, once_per_edition
from facts.models import Edition

PLACES = 16
"""Of which tables are kept, each of some 1,000 rows."""
PASSED = 1_000
"""Choices of which the jobs they leave are kept."""

Sets = Mapping[str, int]
"""Sets of jobs by the value of a parameter."""


def job_table(place: str) -> "JobTable":
    edition = edition_read()
    return kept_table(edition, edition, place)


@once_per_edition(maxsize=PLACES)
def kept_table(edition: Edition | None, place: str) -> "JobTable":
    return JobTable(newest_yardstick(CURRENT, place), edition)


class JobTable:
    """`rows` are as `in_one_list` gives them, by name; `edition` is None where they are not those of the newest."""

    def __init__(self, yardstick: Yardstick, edition: Edition | None = None) -> None:
        self.yardstick, self.edition = yardstick, edition
        self.rows: list[tuple] = list(in_one_list(jobs_of(yardstick), []))
        self._bits = {row[:2]: 1 << number for number, row in enumerate(self.rows)}
        self.band = cache(self._in_band)
        self.passed_by = lru_cache(PASSED)(self._passed_by)
        self.exposure_by = lru_cache(PASSED)(self._exposure_by)

    @property
    def all(self) -> int:
        return (1 << len(self.rows)) - 1

    def column(self, name: str) -> Iterator[Any]:
        return map(itemgetter(COLUMNS.index(name)), self.rows)

    def _in_band(self, column: str, band: FacetBand) -> int:
        return sum(1 << number for number, value in enumerate(self.column(column)) if band.holds(value))

    def in_order(self, jobs: int, ordering: Iterable[str], exposure: Mapping[int, float]) -> list[tuple]:
        """What has no figure comes last, ties are in order of names."""
        numbers = [number for number in range(len(self.rows)) if jobs >> number & 1]
        for word in reversed([*ordering]):
            values = self._values(word.removeprefix("-"), exposure)
            known = [number for number in numbers if values[number] is not None]
            known.sort(key=values.__getitem__, reverse=word.startswith("-"))
            numbers = known + [number for number in numbers if values[number] is None]
        return [self.rows[number] for number in numbers]

    def _values(self, name: str, exposure: Mapping[int, float]) -> list[Any]:
        if name == EXPOSURE:
            return [exposure.get(record) for record in self.column("record")]
        return list(range(len(self.rows))) if name == "title" else list(self.column(name))

    def _passed_by(self, name: str, values: tuple[str, ...], measure: str) -> int:
        """The jobs that a parameter would leave by itself."""
        only = QueryDict(mutable=True)
        only.setlist(name, values)
        if name == EXPOSURE and measure:
            only["exposure_by"] = measure
        passed = (JobFilter(only, jobs).qs.order_by().values_list("kind", "pk") for jobs in jobs_of(self.yardstick))
        return sum(self._bits.get(job, 0) for some in passed for job in set(some))

    # By what they may be narrowed ------------------------------------------------------------------------------------

    def _by_value(self, of_job: Mapping[int, Iterable[str]]) -> Sets:
        found: dict[str, int] = {}
        for number, record in enumerate(self.column("record")):
            for value in of_job.get(record or 0, ()):
                found[value] = found.get(value, 0) | 1 << number
        return found

    @cached_property
    def education(self) -> Sets:
        named = {label: name for name, label in TypicalEntry.EDUCATION}
        entries = of_newest_release_of_all(TypicalEntry.objects.published())
        rows = entries.values_list("occupation", "education")
        return self._by_value({job: (named[words],) for job, words in rows if words in named})

    @cached_property
    def interest(self) -> Sets:
        names = {number: name for name, number in NUMBERS.items()}
        found: dict[int, tuple[str]] = {}
        for value, itself, whole in best_fits().values_list("value", "occupation", "occupation__parent"):
            found[itself] = found[whole] = (names[int(value)],)
        return self._by_value(found)

    @cached_property
    def groups(self) -> list[tuple[str, str]]:
        """Code and title."""
        return [
            (code, title.removesuffix(" Occupations"))
            for _, level, code, title in self._occupations.values()
            if level == Occupation.Level.MAJOR
        ]

    @cached_property
    def group(self) -> Sets:
        return self._by_value({pk: (_top(pk, self._occupations),) for pk in self._occupations})

    @cached_property
    def _occupations(self) -> dict[int, tuple]:
        rows = Occupation.objects.filter(scheme=self.yardstick.scheme).order_by("code")
        return {pk: tuple(row) for pk, *row in rows.values_list("pk", "parent", "level", "code", "title")}

    @cached_property
    def _jobs(self) -> Jobs:
        return current_jobs(self.yardstick.scheme)

    @cached_property
    def from_home(self) -> Sets:
        return self._by_value(done_at_home(self._jobs))

    @cached_property
    def measures(self) -> list[tuple[str, str]]:
        """Of AI exposure that this site has."""
        return loaded_measures()

    def measure(self, word: str) -> LeadingMeasure | None:
        return self.exposure_by(word if word in dict(exposure_measures()) else "")[0]

    def exposure(self, measure: LeadingMeasure | None) -> Mapping[int, float]:
        """Percentiles by a job's record."""
        return self.exposure_by(measure.word)[1] if measure else {}

    def thirds(self, measure: LeadingMeasure | None) -> Sets:
        return self.exposure_by(measure.word)[2] if measure else {}

    def _exposure_by(self, word: str) -> tuple[LeadingMeasure | None, Mapping[int, float], Sets]:
        measure = measure_of(word)
        rated = percentiles(self._jobs, measure)
        return measure, rated, self._by_value({job: (third_of(place),) for job, place in rated.items()})


def _top(pk: int, occupations: Mapping[int, tuple]) -> str:
    while occupations[pk][0] in occupations:
        pk = occupations[pk][0]
    return occupations[pk][2]
