"""How many people work in the jobs, how that changes, and what studies say of AI and of work from home."""

from collections.abc import Iterator

from explore.jobs.document import JobDocument
from explore.jobs.studies import MeasuredExposure
from explore.messages import Message
from explore.side_by_side.figures import JobFigure, compared, times_as_many
from explore.side_by_side.rows import CellLine, Documents, JobCell, JobRow, of_figure, words
from facts.figure import Figure


def people(documents: Documents) -> JobRow:
    figures = [_employment(document) for document in documents]
    same = "{} and {} have as many people: {}."
    messages = compared("people", documents, figures, _people, same)
    return JobRow("people", "People in the job", tuple(map(of_figure, figures)), tuple(messages))


def _employment(document: JobDocument) -> Figure | None:
    latest = document.record.latest if document.record else None
    return latest.figure("employment") if latest else None


def _people(high: JobFigure, low: JobFigure) -> str:
    many = times_as_many(high[1], low[1])
    return f"{high[0].title}: {many} people {_than(many)} {low[0].title}."


def _than(words_of_ratio: str) -> str:
    return "as" if words_of_ratio.endswith("as many") else "than"


def growth(documents: Documents) -> JobRow:
    figures = [document.answers.outlook.figure for document in documents]
    same = "{} and {} grow at the same pace: {}."
    messages = compared("growth", documents, figures, _growth, same)
    return JobRow("growth", "Growth in jobs", tuple(map(of_figure, figures)), tuple(messages))


def _growth(high: JobFigure, low: JobFigure) -> str:
    (fast, more), (slow, less) = high, low
    change = f"{more.value_text} ({more.period_text})"
    return f"Jobs for {fast.title} change by {change}; for {slow.title} by {less.value_text}."


def openings(documents: Documents) -> JobRow:
    figures = [_openings(document) for document in documents]
    same = "{} and {} have as many openings a year: {}."
    messages = compared("openings", documents, figures, _more_openings, same)
    return JobRow("openings", "Openings a year", tuple(map(of_figure, figures)), tuple(messages))


def _openings(document: JobDocument) -> Figure | None:
    projection = document.record.projection if document.record else None
    return projection.figure("openings_per_year") if projection else None


def _more_openings(high: JobFigure, low: JobFigure) -> str:
    many = times_as_many(high[1], low[1])
    return f"{high[0].title}: {many} openings a year {_than(many)} {low[0].title}."


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
    args = {"high": high.percentile, "low": low.percentile, "titles": (more.title, less.title)}
    if high.percentile == low.percentile:
        yield Message("exposure_same", f"The study by {high.authors} rates them as equally exposed to AI.", args)
    else:
        yield Message("exposure", f"The study by {high.authors} rates {more.title} the most exposed to AI.", args)


def _by_percentile(pair: tuple[JobDocument, MeasuredExposure]) -> float:
    return float(pair[1].percentile)


def at_home(documents: Documents) -> JobRow:
    cells = tuple(words(row.sentence for row in document.studies.at_home) for document in documents)
    return JobRow("at-home", "Work from home", cells)


ROWS = (people, growth, openings, exposure, at_home)
