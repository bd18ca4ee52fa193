from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from django.conf import settings
from django.utils import timezone

from explore.compare.words import listed
from explore.extremes import extremes
from explore.jobs import JobDocument
from explore.jobs.account import JobEntry, JobLadder, JobStatement
from explore.jobs.answering import CONTRADICTED
from explore.jobs.document import SourceUsed
from explore.jobs.record import Cell, Listing, Projection, RecordRow, Tie
from explore.jobs.verdict import FigureConflict, Verdict
from facts.figure import Figure, Named
from facts.units import Unit
from pages.annotations import Sign
from pages.charts.ladder import LadderChart, LadderStep, draw_ladder
from pages.charts.pay import PayGroup, PayPlot, PayRow, draw_pay
from pages.charts.percentiles import Percentiles, draw_percentiles
from pages.charts.strip import Strip, draw_strip
from pages.charts.tiles import TileMap, draw_tiles
from pages.charts.ways_in import Way, WaysChart, draw_ways, letters
from pages.charts.years import Years, draw_years

BEST = 3
SECTORS = 12  # rows of a chart that still fits on a screen
YEARLY = ("annual_median", "annual_mean", "annual_p10", "annual_p25", "annual_p75", "annual_p90")


@dataclass(frozen=True, slots=True)
class States:
    map: TileMap | None
    cells: Sequence[Cell]
    hint: str

    @property
    def unit(self) -> Unit | None:
        return next((cell.median.unit for cell in self.cells if cell.median), None)


@dataclass(frozen=True, slots=True)
class PayRange:
    """One year's, with the years that may be chosen instead, the newest first."""

    chart: Percentiles
    year: int
    years: Sequence[int]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class YearTable:
    """The drawing needs two years."""

    chart: Years | None
    cells: list[Cell]
    hint: str


@dataclass(frozen=True, slots=True)
class Sectors:
    plot: PayPlot
    release: Named
    publisher: str
    hint: str
    finding: str


@dataclass(frozen=True, slots=True)
class Titles:
    guides: tuple[JobEntry, ...]
    record: tuple[str, ...]
    hint: str


@dataclass(frozen=True, slots=True)
class Ways:
    rows: list[tuple[str, JobStatement]]
    chart: WaysChart | None
    hint: str

    @property
    def have_costs(self) -> bool:
        return any(row.figure("cost") for _letter, row in self.rows)

    @property
    def have_credentials(self) -> bool:
        return any(row.tag for _letter, row in self.rows)


@dataclass(frozen=True, slots=True)
class ExposureStrip:
    strip: Strip | None
    hint: str


@dataclass(frozen=True, slots=True)
class DrawnLadder:
    ladder: JobLadder
    chart: LadderChart | None

    @property
    def pay_fields(self) -> list[tuple[str, str]]:
        named = {figure.field: figure.measure.label for rung in self.ladder.rungs for figure in rung.pay}
        return list(named.items())

    @property
    def any_pay(self) -> Figure | None:
        """For the table's unit, place and year."""
        return next((figure for rung in self.ladder.rungs for figure in rung.pay), None)


class Drawings:
    """None or empty where the document has nothing."""

    def __init__(self, document: JobDocument, verdicts: dict[str, Sign], cells: Sequence[Cell] = (), year: int = 0):
        """`cells` are the years of pay in the place chosen, `year` the one whose range is shown, 0 for the newest."""
        self.document = document
        self.record = document.record
        self.verdicts = verdicts
        self.cells = cells
        self.year = year

    @cached_property
    def titles(self) -> Titles | None:
        guides = self.document.also_called
        listing = self.record.listing("titles") if self.record else None
        names = tuple(row.name for row in listing.rows) if listing else ()
        count = len({*names, *(entry.label for entry in guides)})
        return Titles(guides, names, str(count)) if count else None

    @property
    def title_listing(self) -> Listing | None:
        return self.record.listing("titles") if self.record else None

    @property
    def ties(self) -> tuple[Tie, ...]:
        return self.document.ties

    @property
    def parts(self) -> tuple[Named, ...]:
        return self.document.parts

    @cached_property
    def percentiles(self) -> PayRange | None:
        """In the place chosen; of the nation, the years that count the same jobs."""
        latest = self.record.latest if self.record else None
        if self.record is None or latest is None:
            return None
        years = self.cells or [cell for cell in self.record.years if cell.occupation == latest.occupation]
        charts = {cell.year: chart for cell in reversed(years) if (chart := draw_percentiles(cell.figures))}
        year = self.year if self.year in charts else next(iter(charts), 0)
        return PayRange(charts[year], year, list(charts)) if charts else None

    @cached_property
    def years(self) -> YearTable | None:
        cells = list(self.record.years) if self.record else []
        if not cells or self.record is None:
            return None
        drawn = self.cells or cells
        chart = draw_years(drawn, self.record.breaks, frozenset(self.record.surveyed))
        span = f"{cells[0].year} to {cells[-1].year}" if len(cells) > 1 else str(cells[0].year)
        return YearTable(chart, cells[::-1], span)

    @cached_property
    def map(self) -> States | None:
        cells = self.record.states if self.record else ()
        if not cells:
            return None
        medians = [figure for cell in cells if (figure := cell.figure("annual_median"))]
        return States(draw_tiles(medians), cells, _best_paying(medians))

    @cached_property
    def sectors(self) -> Sectors | None:
        """With the most jobs, under all together in the same release."""
        cells = [cell for cell in (self.record.sectors if self.record else ()) if cell.figure("annual_median")]
        if not cells or self.record is None:
            return None
        whole = [cell for cell in self.record.years if cell.release == cells[0].release]
        groups = [
            PayGroup("All industries", [_sector(cell) for cell in whole if cell.figure("annual_median")]),
            PayGroup("Sectors, most jobs first", [_sector(cell) for cell in cells[:SECTORS]]),
        ]
        plot = draw_pay([group for group in groups if group.rows])
        publisher = str(cells[0].figures[0].publisher)
        hint = f"{len(cells)} sectors"
        return Sectors(plot, cells[0].release, publisher, hint, _best_sector(cells[:SECTORS])) if plot else None

    @cached_property
    def pay(self) -> PayPlot | None:
        """Only where a guide says anything."""
        rows = [row for row in self.document.stated("salaries") if _is_at_home(row)]
        if not rows:
            return None
        by_source = groupby(sorted(rows, key=_source), key=_source)
        groups = [PayGroup(name, [self._claim(row) for row in same]) for name, same in by_source]
        latest = self.record.latest if self.record else None
        official = [PayGroup("Official figures", [_official(latest)])] if latest and latest.median else []
        return draw_pay([*groups, *official])

    def _claim(self, row: JobStatement) -> PayRow:
        lead = row.figures[0]
        who = ", ".join(str(part) for part in (lead.level, lead.population, lead.industry) if part)
        credit = f"credited to {lead.attributed_to}" if lead.attributed_to else ""
        note = ", ".join(part for part in (credit, lead.period_text, row.credit.locator) if part)
        against = [self.verdicts[each.address] for each in row.figures if each.address in self.verdicts]
        sign = next((each for each in against if each.is_against), None)
        doubt = row.doubt or ("contradicted by the record" if sign else "")
        return PayRow(_capitalized(who) or "All levels", note, row.figures, doubt, sign.url if sign else "")

    @cached_property
    def ways(self) -> Ways | None:
        rows = self.document.stated("paths")
        if not rows:
            return None
        ways = [Way(row.label, row.figure("months"), row.figure("cost"), row.key) for row in rows]
        named = letters(ways)
        return Ways([(named[row.key], row) for row in rows], draw_ways(ways), str(len(rows)))

    @property
    def ways_chart(self) -> WaysChart | None:
        return self.ways.chart if self.ways else None

    @property
    def entry(self) -> list:
        """What is typical of people who enter, and preparation."""
        parts = (self.record.entry, self.record.zone) if self.record else ()
        return [listing for listing in parts if listing]

    @property
    def programs(self) -> Listing | None:
        return self.record.programs if self.record else None

    @property
    def projections(self) -> tuple[Projection, ...]:
        return self.record.projections if self.record else ()

    @cached_property
    def ladders(self) -> list[DrawnLadder]:
        title = self.document.title
        return [DrawnLadder(ladder, draw_ladder(_steps(ladder), title)) for ladder in self.document.ladders]

    @cached_property
    def exposure(self) -> ExposureStrip | None:
        studies = self.document.studies
        if not (studies.exposure or studies.on_automation):
            return None
        main = [each for each in studies.exposure if each.is_main]
        hint = f"{len(main)} measures" if main else ""
        return ExposureStrip(draw_strip(self.document.title, main) if main else None, hint)

    @property
    def at_home(self) -> tuple:
        return (*self.document.studies.at_home, *self.document.studies.on_home)

    @property
    def conflicts(self) -> tuple[FigureConflict, ...]:
        return self.document.conflicts

    @property
    def checks(self) -> list[Verdict]:
        """But those that wait for what is not loaded."""
        return [verdict for verdict in self.document.verdicts if not verdict.needs]

    @property
    def contradicted(self) -> list[Verdict]:
        return [verdict for verdict in self.document.verdicts if verdict.verdict == CONTRADICTED]

    @property
    def sources(self) -> tuple[SourceUsed, ...]:
        return self.document.sources

    @property
    def superseded(self) -> list[tuple[SourceUsed, date]]:
        """Sources of which a newer release should be out, with the day by which."""
        today = timezone.now().date()
        dues = [(used, date.fromisoformat(used.next_due)) for used in self.document.sources if used.next_due]
        return [(used, due) for used, due in dues if due < today]

    @property
    def counted_here(self) -> tuple[JobEntry, ...]:
        """Other jobs with a guide that statistics count in the same group."""
        careers = self.record.careers if self.record else ()
        return tuple(entry for entry in careers if entry.link and entry.link.code != self.document.slug)

    @property
    def former(self) -> tuple[RecordRow, ...]:
        return self.record.former if self.record else ()


def _best_paying(medians: Sequence[Figure]) -> str:
    """ "" where a fourth pays as much, or a bound is all that is printed."""
    ranked = sorted((each for each in medians if each.value is not None), key=lambda each: -each.known_value)
    first, next_one = ranked[:BEST], ranked[BEST : BEST + 1]
    if not next_one or first[-1].value == next_one[0].value or first[0].is_at_least:
        return ""
    return f"highest in {', '.join(str(figure.place) for figure in first)}"


def _sector(cell: Cell) -> PayRow:
    jobs = cell.figure("employment")
    note = f"{jobs.value_text} jobs" if jobs and not jobs.is_missing else "number of jobs withheld"
    return PayRow(_sector_name(cell), note, tuple(_yearly_figures(cell)), url=cell.url)


def _best_sector(cells: Sequence[Cell]) -> str:
    names = {figure: _sector_name(cell) for cell in cells if (figure := cell.figure("annual_median"))}
    found = extremes(names)
    if found is None:
        return ""
    high, low = (f"{listed(names[figure] for figure in end.figures)} ({end.figure.value_text})" for end in found)
    return f"Of these sectors, median pay is highest in {high} and lowest in {low}."


def _sector_name(cell: Cell) -> str:
    """Its publisher puts the code before: "Sector 62 - …"."""
    return cell.industry.name.rpartition(" - ")[2]


def _yearly_figures(cell: Cell) -> Iterator[Figure]:
    return (figure for field in YEARLY if (figure := cell.figure(field)))


def _official(cell: Cell) -> PayRow:
    return PayRow(cell.occupation.name, f"{cell.code}, {cell.release}", tuple(_yearly_figures(cell)))


def _is_at_home(row: JobStatement) -> bool:
    lead = row.figures[0] if row.figures else None
    return lead is not None and (lead.place is None or lead.place.code == settings.COUNTRY)


def _source(row: JobStatement) -> str:
    return row.credit.source.name


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def _steps(ladder: JobLadder) -> list[LadderStep]:
    rungs = [(rung, rung.figure("median")) for rung in ladder.rungs]
    paid = [(rung, median) for rung, median in rungs if rung.experience and median and not median.is_missing]
    return [
        LadderStep(
            rung.title,
            int(rung.experience.low or 0),
            None if rung.experience.high is None else int(rung.experience.high),
            median,
            rung.figure("mean"),
            rung.figure("range"),
            rung.key,
        )
        for rung, median in paid
        if rung.experience and median.unit == paid[0][1].unit
    ]
