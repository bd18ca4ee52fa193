"""What official series say of the group that a job is counted in."""

from dataclasses import dataclass, field

from explore.jobs.account import JobEntry
from explore.programs.outcomes import Outcomes
from facts.figure import Figure, Named

BECAME = "became"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How well they match, and why."""

    key: str
    group: Named
    code: str
    scheme: str
    match: str
    words: str
    reason: str
    median: Figure | None = None
    employment: Figure | None = None
    growth: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One place, industry and release. `error` and `jobs_error` are relative standard errors in percent.

    `real` is the median in the money of the newest year, our calculation; `real_over` the price level of its own month.
    """

    code: str
    scheme: str
    scheme_name: str
    occupation: Named
    release: Named
    year: int
    place: Named
    industry: Named
    url: str
    figures: tuple[Figure, ...]
    error: float | None = None
    jobs_error: float | None = None
    real: Figure | None = None
    real_over: str = ""

    def figure(self, field: str) -> Figure | None:
        """`field` is "annual_median"."""
        return next((figure for figure in self.figures if figure.field == field), None)

    @property
    def median(self) -> Figure | None:
        """For a year before an hour."""
        return next((figure for figure in self._medians if not figure.is_missing), None)

    @property
    def median_or_why(self) -> Figure | None:
        return self.median or next(iter(self._medians), None)

    @property
    def _medians(self) -> list[Figure]:
        return [figure for figure in self.figures if figure.field.endswith("_median")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """`value` is on a scale from `low` to `high`. `pay` and `education` are of a related job, `compare` its code."""

    name: str
    key: str = ""
    note: str = ""
    value: float | None = None
    level: float | None = None
    low: float | None = None
    high: float | None = None
    link: Named | None = None
    compare: str = ""
    pay: Figure | None = None
    education: str = ""

    @property
    def reach(self) -> float | None:
        """In percent of its scale."""
        if self.value is None or self.low is None or self.high is None:
            return None
        return round(100 * (self.value - self.low) / (self.high - self.low), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The first `core` rows matter most. `credit` is the line that its license asks for."""

    rows: tuple[RecordRow, ...]
    core: int
    release: Named
    source: Named
    credit: str = ""
    updated: str = ""
    note: str = ""

    @property
    def first(self) -> tuple[RecordRow, ...]:
        return self.rows[: self.core]

    @property
    def rest(self) -> tuple[RecordRow, ...]:
        return self.rows[self.core :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    release: Named
    is_history: bool
    end_year: int | None
    figures: tuple[Figure, ...]

    def figure(self, field: str) -> Figure | None:
        return next((figure for figure in self.figures if figure.field == field), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRecord:
    """`years` are national, the oldest first; `in_states` has every year, `current` the addresses of those of today.

    `states` has the cell of each state today, those with the most jobs first, as with `sectors`; `places` are all
    states with pay in any year, by name.
    `lists` are by name: tasks, skills, knowledge, abilities, styles, technology, tools, interests, education, related.
    """

    occupation: Named
    code: str
    scheme: str
    scheme_name: str
    definition: str = ""
    years: tuple[Cell, ...] = ()
    breaks: tuple[tuple[int, int], ...] = ()
    surveyed: tuple[int, ...] = ()
    states: tuple[Cell, ...] = ()
    places: tuple[Named, ...] = ()
    sectors: tuple[Cell, ...] = ()
    real_title: str = ""
    real_times: str = ""
    real_why_not: str = ""
    projections: tuple[Projection, ...] = ()
    all_jobs_growth: Figure | None = None
    entry: Listing | None = None
    zone: Listing | None = None
    lists: dict[str, Listing] = field(default_factory=dict)
    programs: Listing | None = None
    outcomes: Outcomes | None = None
    described_as: Named | None = None
    inherited_from: Named | None = None
    former: tuple[RecordRow, ...] = ()
    careers: tuple[JobEntry, ...] = ()

    @property
    def latest(self) -> Cell | None:
        own = [cell for cell in self.years if cell.code == self.code and cell.scheme == self.scheme]
        return own[-1] if own else None

    @property
    def projection(self) -> Projection | None:
        return self.projections[0] if self.projections else None

    @property
    def successors(self) -> list[RecordRow]:
        return [row for row in self.former if row.note == BECAME]

    def listing(self, name: str) -> Listing | None:
        return self.lists.get(name)
