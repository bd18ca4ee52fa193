"""What official series say of the group that a job is counted in. Pure: no database."""

from dataclasses import dataclass, field

from explore.jobs.account import Entry
from facts.figure import Figure, Named

BECAME = "became"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That the job is counted in a group: how well they match, and why."""

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
    """Pay of one occupation in one place and industry, from one release.

    `error` and `jobs_error` are relative standard errors in percent, of mean pay and of the number of jobs.
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
        """The figure of one field, "annual_median"."""
        return next((figure for figure in self.figures if figure.field == field), None)

    @property
    def median(self) -> Figure | None:
        """The median for the longest time that the publisher gives a number for: a year before an hour."""
        medians = (figure for figure in self.figures if figure.field.endswith("_median"))
        return next((figure for figure in medians if not figure.is_missing), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a list or a drawn table: `value` on a scale from `low` to `high` where it is rated.

    A related job has its median `pay` and the `education` typical of it; `compare` is its code.
    """

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
        """How far along its scale, in percent."""
        if self.value is None or self.low is None or self.high is None:
            return None
        return round(100 * (self.value - self.low) / (self.high - self.low), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Rows of one release; the first `core` of them matter most. `credit` is the line its license asks for."""

    rows: tuple[Row, ...]
    core: int
    release: Named
    source: Named
    credit: str = ""
    updated: str = ""
    note: str = ""

    @property
    def first(self) -> tuple[Row, ...]:
        """Those that matter most."""
        return self.rows[: self.core]

    @property
    def rest(self) -> tuple[Row, ...]:
        """The others."""
        return self.rows[self.core :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """One release's projection."""

    release: Named
    is_history: bool
    end_year: int | None
    figures: tuple[Figure, ...]

    def figure(self, field: str) -> Figure | None:
        """The figure of one field."""
        return next((figure for figure in self.figures if figure.field == field), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything official for one occupation. `years` are national, the oldest first.

    `in_states` holds every year of every state; `current` are the addresses of those that stand for the state today,
    those with the most jobs first, as with `sectors`.
    `lists` are by name: tasks, skills, knowledge, abilities, technology, tools, interests, education, related.
    """

    occupation: Named
    code: str
    scheme: str
    scheme_name: str
    definition: str = ""
    years: tuple[Cell, ...] = ()
    breaks: tuple[tuple[int, int], ...] = ()
    surveyed: tuple[int, ...] = ()
    in_states: tuple[Cell, ...] = ()
    current: tuple[str, ...] = ()
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
    described_as: Named | None = None
    inherited_from: Named | None = None
    former: tuple[Row, ...] = ()
    careers: tuple[Entry, ...] = ()

    @property
    def latest(self) -> Cell | None:
        """The newest national pay of the occupation itself."""
        own = [cell for cell in self.years if cell.code == self.code and cell.scheme == self.scheme]
        return own[-1] if own else None

    @property
    def states(self) -> list[Cell]:
        """The cell of each state today, those with the most jobs first."""
        by_url = {cell.url: cell for cell in self.in_states}
        return [by_url[url] for url in self.current if url in by_url]

    @property
    def projection(self) -> Projection | None:
        """The newest projection."""
        return self.projections[0] if self.projections else None

    @property
    def successors(self) -> list[Row]:
        """The codes that it became."""
        return [row for row in self.former if row.note == BECAME]

    def listing(self, name: str) -> Listing | None:
        """One list; None where no release here has it."""
        return self.lists.get(name)
