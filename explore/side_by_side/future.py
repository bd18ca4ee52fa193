"""How many people work in the jobs, how that changes, and what studies say of AI and of work from home."""

from collections.abc import Iterator
from functools import partial

from explore.jobs.document import JobDocument
from explore.jobs.studies import MeasuredExposure
from explore.messages import Message
from explore.side_by_side.figures import JobFigure, compared, is_higher
from explore.side_by_side.naming import name_of
from explore.side_by_side.rows import CellLine, Documents, JobCell, JobRow, of_figure, words
from facts.figure import Figure


def people(documents: Documents) -> JobRow:
    figures = [_employment(document) for document in documents]
    same = "The number of people is the same for {} and {}: {}."
    messages = compared("people", documents, figures, partial(is_higher, "The number of people"), same)
    return JobRow("people", "People in the job", tuple(map(of_figure, figures)), tuple(messages))


def _employment(document: JobDocument) -> Figure | None:
    latest = document.record.latest if document.record else None
    return latest.figure("employment") if latest else None


def growth(documents: Documents) -> JobRow:
    figures = [document.answers.outlook.figure for document in documents]
    same = "The number of jobs changes by the same for {} and {}: {}."
    messages = compared("growth", documents, figures, _growth, same)
    return JobRow("growth", "Growth in jobs", tuple(map(of_figure, figures)), tuple(messages))


def _growth(high: JobFigure, low: JobFigure) -> str:
    (fast, more), (slow, less) = high, low
    change = f"{more.value_text} for {name_of(fast)}, and by {less.value_text} for {name_of(slow)}"
    return f"The number of jobs changes by {change} ({more.period_text})."


def openings(documents: Documents) -> JobRow:
    figures = [_openings(document) for document in documents]
    same = "The number of openings a year is the same for {} and {}: {}."
    messages = compared("openings", documents, figures, partial(is_higher, "The number of openings a year"), same)
    return JobRow("openings", "Openings a year", tuple(map(of_figure, figures)), tuple(messages))


def _openings(document: JobDocument) -> Figure | None:
    projection = document.record.projection if document.record else None
    return projection.figure("openings_per_year") if projection else None


def exposure(documents: Documents) -> JobRow:
    cells = tuple(_exposures(document) for document in documents)
    return JobRow("exposure", "AI exposure", cells, tuple(_more_exposed(documents)))


def _exposures(document: JobDocument) -> JobCell:
    rows = [row for row in document.studies.exposure if row.is_main]
    return JobCell(tuple(CellLine(f"{row.printed}, {row.place}", note=row.authors) for row in rows))


def _more_exposed(documents: Documents) -> Iterator[Message]:
    """By the first study that rates all of them."""
    rated = [{row.name: row for row in document.studies.exposure if row.is_main} for document in documents]
    name = next((name for name in rated[0] if all(name in each for each in rated)), None)
    if name is None:
        return
    ranked = sorted(zip(documents, (each[name] for each in rated), strict=True), key=_by_percentile)
    (less, low), (more, high) = ranked[0], ranked[-1]
    args = {"high": high.percentile, "low": low.percentile, "titles": (name_of(more), name_of(less))}
    if high.percentile == low.percentile:
        yield Message("exposure_same", f"The study by {high.authors} rates them as equally exposed to AI.", args)
    else:
        yield Message("exposure", f"The study by {high.authors} rates {name_of(more)} the most exposed to AI.", args)


def _by_percentile(pair: tuple[JobDocument, MeasuredExposure]) -> float:
    return float(pair[1].percentile)


def at_home(documents: Documents) -> JobRow:
    cells = tuple(words(row.sentence for row in document.studies.at_home) for document in documents)
    return JobRow("at-home", "Work from home", cells)


ROWS = (people, growth, openings, exposure, at_home)
