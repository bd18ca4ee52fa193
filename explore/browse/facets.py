"""What the list of jobs may be narrowed by, with how many jobs each choice would leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from careers.exposure_studies import LeadingMeasure
from careers.models import TypicalEntry, WorkFromHome
from explore.browse.table import JobTable, Sets
from explore.exposed import EXPOSURE
from explore.facets import GROWTH_BANDS, PAY_BANDS, FacetBand
from explore.filters.jobs import JobFilter
from explore.interests import INTERESTS

NO_NARROWING = ("ordering", "exposure_by")
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

    table: JobTable
    params: QueryDict

    def read(self) -> list[JobFacet]:
        facets = [
            self._bands("Median pay a year", "median", PAY_BANDS),
            self._several("Education", "education", TypicalEntry.EDUCATION, self.table.education),
            self._bands("Growth in jobs", "growth", GROWTH_BANDS),
            self._several("Interest", "interest", INTERESTS, self.table.interest),
            self._several("Kind of work", "group", self.table.groups, self.table.group),
            self._at_home(),
            self._exposure(),
        ]
        return [facet for facet in facets if any(choice.count or choice.is_chosen for choice in facet.choices)]

    @cached_property
    def _passing(self) -> dict[str, int]:
        """The jobs that each parameter in use would leave by itself."""
        used = [name for name in JobFilter.base_filters if self.params.get(name) and name not in NO_NARROWING]
        word = self.measure.word if self.measure else ""
        return {name: self.table.passed_by(name, tuple(self.params.getlist(name)), word) for name in used}

    def left(self, *parameters: str) -> int:
        """The jobs that all parameters but these leave."""
        jobs = self.table.all
        for name, passing in self._passing.items():
            jobs &= jobs if name in parameters else passing
        return jobs

    def _several(self, title: str, parameter: str, options: Options, jobs: Sets, note: str = "") -> JobFacet:
        """Several of them may be chosen."""
        left = self.left(parameter)
        chosen = [value for text in self.params.getlist(parameter) for value in text.split(",") if value]
        choices = [
            JobChoice(
                label, {parameter: _toggled(chosen, value)}, (left & jobs.get(value, 0)).bit_count(), value in chosen
            )
            for value, label in options
        ]
        return JobFacet(title, choices, note)

    def _bands(self, title: str, name: str, bands: Iterable[FacetBand]) -> JobFacet:
        left = self.left(f"{name}_min", f"{name}_max")
        asked = tuple(self.params.get(f"{name}_{end}", "") for end in ("min", "max"))
        choices = []
        for band in bands:
            values = band.values(name)
            is_chosen = asked == tuple(values.values())
            count = (left & self.table.band(name, band)).bit_count()
            choices.append(JobChoice(band.label, dict.fromkeys(values, "") if is_chosen else values, count, is_chosen))
        return JobFacet(title, choices)

    def _at_home(self) -> JobFacet:
        asked, left = self.params.get("from_home", ""), self.left("from_home")
        choices = [
            JobChoice(
                label,
                {"from_home": "" if asked == value else value},
                (left & self.table.from_home.get(value, 0)).bit_count(),
                asked == value,
            )
            for value, label in (("true", "All of it"), ("false", "None of it"))
        ]
        return JobFacet("Can be done at home", choices, f"By {WorkFromHome.AUTHORS}, 2020")

    def _exposure(self) -> JobFacet:
        note = f"By {self.measure.name}: {self.measure.study.paper}" if self.measure else ""
        return self._several("AI exposure", "exposure", EXPOSURE, self.table.thirds(self.measure), note)

    @cached_property
    def measure(self) -> LeadingMeasure | None:
        return self.table.measure(self.params.get("exposure_by", ""))


def _toggled(chosen: list[str], value: str) -> str:
    return ",".join(each for each in chosen if each != value) if value in chosen else ",".join([*chosen, value])
