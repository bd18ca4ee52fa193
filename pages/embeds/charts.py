"""The charts of a job that other sites can show."""

from collections.abc import Callable, Sequence

from explore.jobs import JobDocument
from explore.jobs.record import Cell
from facts.figure import Figure
from pages.charts.percentiles import IN_ORDER, NAMES
from pages.embeds.drawing import MOST, BarChart

Rows = list[tuple[str, Figure]]


def pay(job: JobDocument) -> BarChart | None:
    """How pay is spread in the newest release: by the year, or by the hour where that alone is given."""
    latest = job.record.latest if job.record else None
    median = latest.median if latest else None
    if latest is None or median is None:
        return None
    period = median.field.removesuffix("_median")
    figures = [(NAMES[measure], latest.figure(f"{period}_{measure}")) for measure in IN_ORDER]
    shown = [(f"{name} percentile" if name[0].isdigit() else name, figure) for name, figure in figures if figure]
    return _chart(job, "What it pays", median, shown, "pay")


def years(job: JobDocument) -> BarChart | None:
    """The official median of each year, in dollars of that year."""
    cells = [(cell, cell.figure("annual_median")) for cell in (job.record.years if job.record else ())]
    shown = [(str(cell.year), figure) for cell, figure in cells if figure and not figure.is_missing][-MOST:]
    return _chart(job, "Median pay by year, not adjusted for inflation", shown[-1][1], shown, "pay") if shown else None


def states(job: JobDocument) -> BarChart | None:
    """The states that pay most."""
    paid = [(cell, figure) for cell in (job.record.states if job.record else ()) if (figure := _yearly(cell))]
    paid.sort(key=lambda pair: -pair[1].known_value)
    shown = [(cell.place.name, figure) for cell, figure in paid[:MOST]]
    return _chart(job, "Best-paying states, median", shown[0][1], shown, "pay", place="") if shown else None


def _yearly(cell: Cell) -> Figure | None:
    figure = cell.figure("annual_median")
    return figure if figure and not figure.is_missing else None


CHARTS: dict[str, Callable[[JobDocument], BarChart | None]] = {"pay": pay, "years": years, "states": states}


def _chart(
    job: JobDocument, words: str, lead: Figure, rows: Sequence[tuple[str, Figure]], part: str, place: str | None = None
) -> BarChart:
    per = lead.measure_text.partition(", ")[2]
    where = (str(lead.place) if lead.place else "") if place is None else place
    counted = "" if job.title == str(lead.subject) else f"counted as {lead.subject}"
    subtitle = ", ".join(filter(None, (words, per, where, counted)))
    return BarChart(job.title, subtitle, list(rows), f"{job.url}#{part}")


def compared(jobs: Sequence[JobDocument], url: str) -> BarChart | None:
    """The median of each job, of the newest release that has it."""
    latest = [(job, job.record.latest.median if job.record and job.record.latest else None) for job in jobs]
    shown = [(job.title, figure) for job, figure in latest if figure]
    units = {figure.unit for _, figure in shown}
    if len(shown) < len(jobs) or len(units) != 1:
        return None
    lead = shown[0][1]
    per = lead.measure_text.partition(", ")[2]
    subtitle = ", ".join(filter(None, ("Median pay", per, str(lead.place) if lead.place else "")))
    return BarChart(" and ".join(job.title for job in jobs), subtitle, shown, url)


def of_statement(title: str, figures: Sequence[Figure], url: str) -> BarChart | None:
    """Figures of one unit; what is in another stands on the page."""
    alike = [figure for figure in figures if figure.unit == figures[0].unit] if figures else []
    rows = [(figure.measure_text.partition(",")[0], figure) for figure in alike]
    return BarChart(title, figures[0].words, rows, url) if rows else None
