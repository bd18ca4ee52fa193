"""How many people work in the jobs, how that changes, and what studies say of AI and of work from home."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from careers.exposure_studies import leading_measures
from explore.compare.words import listed
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
    return JobCell(tuple(CellLine(f"{row.place} percentile", note=f"{row.name}: {row.printed}") for row in rows))


def _more_exposed(documents: Documents) -> Iterator[Message]:
    leaders: dict[str, list[str]] = defaultdict(list)
    ratings = []
    for leading in leading_measures():
        rows = [_rated(document, leading.name) for document in documents]
        if all(rows):
            percentiles = tuple(row.percentile for row in rows if row)
            highest = max(percentiles)
            first = [name_of(one) for one, mine in zip(documents, percentiles, strict=True) if mine == highest]
            leaders[listed(first)].append(leading.name)
            ratings.append((leading.name, percentiles))
    if leaders:
        text = "; ".join(f"{who} (by {listed(measures)})" for who, measures in leaders.items())
        args = {"ratings": tuple(ratings), "names": tuple(map(name_of, documents)), "leaders": dict(leaders)}
        yield Message("exposure_leaders", f"Most AI exposure: {text}. None predicts job loss.", args)


def _rated(document: JobDocument, measure: str) -> MeasuredExposure | None:
    rows = [row for row in document.studies.exposure if row.is_main and row.name == measure]
    return max(rows, key=lambda row: row.percentile, default=None)


def at_home(documents: Documents) -> JobRow:
    cells = tuple(words(row.sentence for row in document.studies.at_home) for document in documents)
    return JobRow("at-home", "Work from home", cells)


ROWS = (people, growth, openings, exposure, at_home)
