"""The page of an occupation: what `explore` reads, arranged for a reader."""

from dataclasses import dataclass

from explore.money_of import MoneyOf
from explore.occupation import OccupationRecord
from explore.studies import JobAtHome, JobExposure, read_exposure, read_work_from_home
from facts.figure import Figure
from facts.measures import PayPeriod
from facts.models import Release, Source
from money.conversions import Restated, in_prices
from pages.charts.pay import PayGroup, PayPlot, PayRow, draw_pay
from pages.charts.percentiles import Percentiles, draw_percentiles
from pages.charts.strip import Strip, draw_strip
from pages.charts.tiles import TileMap, draw_tiles
from pages.charts.years import Years, draw_years
from pages.profile_layout import WorkPage, lay_out_work
from salaries.models import Wage
from salaries.models.wage import MEASURES

LARGEST = 5  # states in the table under the map
SECTORS = 12  # rows of a chart that still fits on a screen
YEARLY = ("annual_median", "annual_mean", "annual_p10", "annual_p25", "annual_p75", "annual_p90")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the page."""

    anchor: str
    title: str


CHAPTERS = (
    Chapter("pay", "Who earns what"),
    Chapter("places", "Where and in what"),
    Chapter("years", "Pay over the years"),
    Chapter("outlook", "Outlook"),
    Chapter("ai", "Will AI change it?"),
    Chapter("remote", "Work from home"),
    Chapter("tasks", "What people do"),
    Chapter("skills", "Skills and knowledge"),
    Chapter("tools", "Technology and tools"),
    Chapter("education", "Education and preparation"),
    Chapter("studies", "Fields of study"),
    Chapter("interests", "Interests"),
    Chapter("related", "Occupations near it"),
    Chapter("titles", "Titles people use"),
    Chapter("careers", "Careers counted here"),
    Chapter("codes", "Other codes"),
    Chapter("sources", "Sources"),
)


@dataclass(frozen=True, slots=True)
class WageRow:
    """A cell of the record as a row of a table: its figures by field."""

    wage: Wage
    figures: dict[str, Figure]

    @property
    def pay(self) -> dict[str, Figure | None]:
        """Pay by measure, for the time that the publisher gives it for: a year, or else a month, a week, an hour."""
        headline = self.wage.headline()
        period = headline.field.partition("_")[0] if headline else "annual"
        return {measure.value: self.figures.get(f"{period}_{measure}") for measure in MEASURES} | {"median": headline}

    @property
    def per(self) -> str:
        """The time that `pay` is for, where it is not a year: "an hour"."""
        headline = self.wage.headline()
        return PayPeriod(headline.unit.per).label if headline and headline.unit.per != PayPeriod.YEAR else ""

    def in_money_of(self, money: MoneyOf | None) -> "WageRow":
        """The row with its pay in the money of another year; itself where none is asked for."""
        if money is None:
            return self
        return WageRow(self.wage, {field: money.restate(figure) for field, figure in self.figures.items()})


@dataclass(frozen=True, slots=True)
class OccupationPage:
    """Everything the template shows beside the record itself."""

    record: OccupationRecord
    latest: WageRow | None
    outlook: dict[str, Figure]
    wages: list[WageRow]
    states: list[WageRow]
    map: TileMap | None
    sectors: PayPlot | None
    percentiles: Percentiles | None
    years: Years | None
    one_money: Restated | None
    work: WorkPage
    exposure: JobExposure
    strip: Strip | None
    from_home: JobAtHome
    sources: list[tuple[Source, list[Release]]]
    contents: tuple[Chapter, ...] = CHAPTERS

    @property
    def pay(self) -> Figure | None:
        """The newest median: by the year, or by the hour where the publisher gives only that."""
        return self.record.headline


def lay_out(record: OccupationRecord) -> OccupationPage:
    """Arrange a record."""
    rows = [wage_row(wage) for wage in (*record.wages, *record.earlier_wages)]
    latest = rows[0] if record.wages else None
    work = lay_out_work(record.work)
    exposure, from_home = read_exposure(record.occupation.job), read_work_from_home(record.occupation.job)
    years = draw_years(record.wages_over_the_years, record.carried_over, record.surveyed_years)
    return OccupationPage(
        record=record,
        latest=latest,
        outlook=_by_field(record.latest_outlook),
        wages=rows,
        states=[wage_row(wage) for wage in record.states[:LARGEST]],
        map=draw_tiles(figure for wage in record.states if (figure := wage.figure("annual_median"))),
        sectors=_pay_by_sector(record),
        percentiles=draw_percentiles(latest.figures.values()) if latest else None,
        years=years,
        one_money=_in_one_money(years) if years else None,
        work=work,
        exposure=exposure,
        strip=draw_strip(exposure.job.title, exposure.main),
        from_home=from_home,
        sources=_by_source([*record.releases, *work.releases, *exposure.releases, *from_home.releases]),
    )


def _pay_by_sector(record) -> PayPlot | None:
    """Yearly pay in the sectors with the most jobs, under that of all together in the same release."""
    if not record.sectors:
        return None
    release = record.sectors[0].release
    whole = [wage for wage in record.wages if wage.release_id == release.pk]
    largest = [PayGroup("Sectors, from the most jobs down", _sector_rows(record.sectors[:SECTORS]))]
    return draw_pay([PayGroup("All together", _sector_rows(whole)), *largest])


def _sector_rows(wages) -> list[PayRow]:
    return [_sector_row(wage) for wage in wages if wage.figure("annual_median")]


def _sector_row(wage) -> PayRow:
    jobs = wage.figure("employment")
    note = f"{jobs.value_text} employees" if jobs and not jobs.is_missing else "employees not released"
    label = wage.industry.name.rpartition(" - ")[2]  # its publisher puts the code before: "Sector 62 - …"
    figures = [wage.figure(field) for field in YEARLY]
    return PayRow(label, note, tuple(figure for figure in figures if figure), url=wage.get_absolute_url())


def wage_row(wage: Wage) -> WageRow:
    """One cell with its figures by field."""
    return WageRow(wage, _by_field(wage))


def _in_one_money(years: Years) -> Restated:
    """The medians of all years in the money of the newest of them."""
    medians = [column.median for column in years.columns]
    return in_prices(medians, medians[-1].period)


def _by_field(statement) -> dict[str, Figure]:
    return {figure.field: figure for figure in statement.figures()} if statement else {}


def _by_source(releases) -> list[tuple[Source, list[Release]]]:
    found: dict[Source, list[Release]] = {}
    for release in dict.fromkeys(releases):
        found.setdefault(release.source, []).append(release)
    return list(found.items())
