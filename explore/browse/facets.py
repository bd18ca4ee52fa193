"""What the list of jobs may be narrowed by, with how many jobs each choice would leave."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict

from careers.exposure_studies import LeadingMeasure
from careers.jobs import Jobs
from careers.models import Occupation, TypicalEntry, WorkFromHome
from explore.browse.rows import jobs_of
from explore.exposed import EXPOSURE, current_jobs, done_at_home, measure_of, percentiles, third_of
from explore.facets import GROWTH_BANDS, PAY_BANDS, FacetBand
from explore.filters.jobs import JobFilter
from explore.interests import INTERESTS, NUMBERS, best_fits
from explore.newest import of_newest_release_of_all
from explore.reference_releases import Yardstick
from explore.studies.browsing import exposure_measures

NO_NARROWING = ("ordering", "exposure_by")
Row = tuple[Any, Any, Any]
"""A job's record, median and growth."""
JobKey = tuple[str, int]
Options = Iterable[tuple[str, str]]
"""Values of a parameter with their labels."""


@dataclass(frozen=True, slots=True)
class JobChoice:
    """`values` are the parameters once it is chosen, or taken back where it `is_chosen`."""

    label: str
    values: dict[str, str]
    count: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class JobFacet:
    title: str
    choices: list[JobChoice]
    note: str = ""

    @property
    def is_used(self) -> bool:
        return any(choice.is_chosen for choice in self.choices)


@dataclass
class JobFacets:
    """Each facet counts what all the other choices leave."""

    yardstick: Yardstick
    params: QueryDict

    def read(self) -> list[JobFacet]:
        """Two queries for all jobs, two for each parameter in use, and nine for what jobs are."""
        facets = [
            self._bands("Median pay a year", "median", PAY_BANDS, 1),
            self._several("Education", "education", TypicalEntry.EDUCATION, _education()),
            self._bands("Growth in jobs", "growth", GROWTH_BANDS, 2),
            self._several("Interest", "interest", INTERESTS, _interests()),
            self._several("Kind of work", "group", *self._groups()),
            self._at_home(),
            self._exposure(),
        ]
        return [facet for facet in facets if any(choice.count or choice.is_chosen for choice in facet.choices)]

    @cached_property
    def _rows(self) -> dict[JobKey, Row]:
        found = {}
        for jobs in jobs_of(self.yardstick):
            for kind, pk, *row in jobs.order_by().values_list("kind", "pk", "record", "median", "growth"):
                found[kind, pk] = tuple(row)
        return found

    @cached_property
    def _passing(self) -> dict[str, set[JobKey]]:
        """The jobs that each parameter in use would leave by itself."""
        used = [name for name in JobFilter.base_filters if self.params.get(name) and name not in NO_NARROWING]
        return {name: set(self._passed(name)) for name in used}

    def _passed(self, name: str) -> Iterator[JobKey]:
        only = QueryDict(mutable=True)
        only.setlist(name, self.params.getlist(name))
        if name == "exposure" and self.measure:
            only["exposure_by"] = self.measure.word
        for jobs in jobs_of(self.yardstick):
            yield from JobFilter(only, jobs).qs.order_by().values_list("kind", "pk")

    def _left(self, *parameters: str) -> list[Row]:
        """The jobs that all parameters but these leave."""
        others = [keys for name, keys in self._passing.items() if name not in parameters]
        keys = set.intersection(*others) if others else self._rows.keys()
        return [self._rows[key] for key in keys if key in self._rows]

    def _several(
        self, title: str, parameter: str, options: Options, of_job: Mapping[int, Iterable[str]], note: str = ""
    ) -> JobFacet:
        """Several of them may be chosen."""
        counts = Counter(value for record, *_ in self._left(parameter) for value in of_job.get(record or 0, ()))
        chosen = [value for text in self.params.getlist(parameter) for value in text.split(",") if value]
        choices = [
            JobChoice(label, {parameter: _toggled(chosen, value)}, counts[value], value in chosen)
            for value, label in options
        ]
        return JobFacet(title, choices, note)

    def _bands(self, title: str, name: str, bands: Iterable[FacetBand], column: int) -> JobFacet:
        rows = self._left(f"{name}_min", f"{name}_max")
        asked = tuple(self.params.get(f"{name}_{end}", "") for end in ("min", "max"))
        choices = []
        for band in bands:
            values = band.values(name)
            is_chosen = asked == tuple(values.values())
            count = sum(band.holds(row[column]) for row in rows)
            choices.append(JobChoice(band.label, dict.fromkeys(values, "") if is_chosen else values, count, is_chosen))
        return JobFacet(title, choices)

    def _groups(self) -> tuple[list[tuple[str, str]], dict[int, tuple[str]]]:
        rows = Occupation.objects.filter(scheme=self.yardstick.scheme).order_by("code")
        parents = {
            pk: (parent, level, code, title)
            for pk, parent, level, code, title in rows.values_list("pk", "parent", "level", "code", "title")
        }
        options = [
            (code, title.removesuffix(" Occupations"))
            for _, level, code, title in parents.values()
            if level == Occupation.Level.MAJOR
        ]
        return options, {pk: (_top(pk, parents),) for pk in parents}

    @cached_property
    def _jobs(self) -> Jobs:
        return current_jobs(self.yardstick.scheme)

    def _at_home(self) -> JobFacet:
        asked, rows = self.params.get("from_home", ""), self._left("from_home")
        of_job = done_at_home(self._jobs)
        counts = Counter(value for record, *_ in rows for value in of_job.get(record or 0, ()))
        choices = [
            JobChoice(label, {"from_home": "" if asked == value else value}, counts[value], asked == value)
            for value, label in (("true", "All of it"), ("false", "None of it"))
        ]
        return JobFacet("Can be done at home", choices, f"By {WorkFromHome.AUTHORS}, 2020")

    def _exposure(self) -> JobFacet:
        of_job = {job: (third_of(percentile),) for job, percentile in self.exposure.items()}
        note = f"By {self.measure.name}: {self.measure.study.paper}" if self.measure else ""
        return self._several("AI exposure", "exposure", EXPOSURE, of_job, note)

    @cached_property
    def measure(self) -> LeadingMeasure | None:
        word = self.params.get("exposure_by", "")
        return measure_of(word if word in dict(exposure_measures()) else "")

    @cached_property
    def exposure(self) -> dict[int, float]:
        return percentiles(self._jobs, self.measure)


def _toggled(chosen: list[str], value: str) -> str:
    return ",".join(each for each in chosen if each != value) if value in chosen else ",".join([*chosen, value])


def _education() -> dict[int, tuple[str]]:
    named = {label: name for name, label in TypicalEntry.EDUCATION}
    entries = of_newest_release_of_all(TypicalEntry.objects.published())
    return {job: (named[words],) for job, words in entries.values_list("occupation", "education") if words in named}


def _interests() -> dict[int, tuple[str]]:
    names = {number: name for name, number in NUMBERS.items()}
    found: dict[int, tuple[str]] = {}
    for value, itself, whole in best_fits().values_list("value", "occupation", "occupation__parent"):
        found[itself] = found[whole] = (names[int(value)],)
    return found


def _top(pk: int, parents: Mapping[int, tuple]) -> str:
    while parents[pk][0] in parents:
        pk = parents[pk][0]
    return parents[pk][2]
