"""What the jobs pay: now, over the years, and where most."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from explore.jobs.answers import PayChange, direction
from explore.jobs.document import JobDocument
from explore.jobs.record import Cell
from explore.messages import Message
from explore.side_by_side.figures import JobFigure, compared, percent_more
from explore.side_by_side.naming import name_of
from explore.side_by_side.rows import CellLine, Documents, JobCell, JobRow, of_figure, words
from facts.figure import Figure
from facts.measures import PayPeriod

TOP_STATES = 3


def median(documents: Documents) -> JobRow:
    answers = [document.answers.pay for document in documents]
    cells = tuple(of_figure(pay.figure, pay.whose or pay.reason) for pay in answers)
    same = "Median pay is the same for {} and {}: {}."
    return JobRow(
        "pay", "Median pay", cells, tuple(compared("pay", documents, [a.figure for a in answers], _gap, same))
    )


def _gap(high: JobFigure, low: JobFigure) -> str:
    """ "Median pay is $12,000 more a year for Registered Nurses than for a radiologic technician, 15% more." """
    (rich, more), (poor, less) = high, low
    period = PayPeriod(more.unit.per).label
    distance = more.unit.format(more.known_value - less.known_value)
    least = "at least " if more.is_at_least else ""
    gap = f"{least}{distance} more {period} for {name_of(rich)} than for {name_of(poor)}"
    return f"Median pay is {gap}, {least}{percent_more(more, less)}% more."


def middle_half(documents: Documents) -> JobRow:
    return JobRow("middle-half", "Middle half of workers earn", tuple(map(_middle, documents)))


def _middle(document: JobDocument) -> JobCell:
    pay = document.answers.pay
    low, high = pay.at("p25"), pay.at("p75")
    if low is None or high is None:
        return JobCell()
    note = ", ".join(filter(None, (PayPeriod(low.unit.per).label, str(low.place or ""), low.period_text)))
    return JobCell((CellLine(f"{low.value_text} to {high.value_text}", note=note),), low.source)


def over_time(documents: Documents) -> JobRow:
    changes = [document.answers.pay.change for document in documents]
    sources = [document.answers.pay.figure.source if document.answers.pay.figure else None for document in documents]
    cells = tuple(
        words([change.sentence] if change else [], source) for change, source in zip(changes, sources, strict=True)
    )
    return JobRow("pay-change", "Pay over the years", cells, tuple(_changes(documents, changes)))


def _changes(documents: Documents, changes: Sequence[PayChange | None]) -> list[Message]:
    """Where all changes are of the same years."""
    known = [change for change in changes if change]
    if len(known) < len(documents) or len({(change.since, change.until) for change in known}) > 1:
        return []
    ranked = sorted(zip(documents, known, strict=True), key=lambda pair: -pair[1].percent)
    parts = [f"{direction(change.percent)} for {name_of(document)}" for document, change in ranked]
    text = f"From {known[0].since} to {known[0].until}, median pay went {', '.join(parts)}."
    figures = tuple(figure for document, change in ranked for figure in _medians(document, change))
    return [Message("pay_changes", text, {"changes": tuple(change for _, change in ranked), "figures": figures})]


def _medians(document: JobDocument, change: PayChange) -> Iterator[Figure]:
    """Those that the change is between."""
    cells = document.record.years if document.record else ()
    return (cell.median for cell in cells if cell.median and cell.release.name in (change.since, change.until))


def best_states(documents: Documents) -> JobRow:
    tops = [top_states(document) for document in documents]
    cells = tuple(
        JobCell(tuple(map(_state, top)), top[0].median.source if top and top[0].median else None) for top in tops
    )
    return JobRow("states", "Best-paying states", cells, tuple(_same_state(documents, tops)))


def top_states(document: JobDocument) -> list[Cell]:
    cells = document.record.states if document.record else ()
    paid = [cell for cell in cells if (figure := cell.figure("annual_median")) and not figure.is_missing]
    return sorted(paid, key=_paid, reverse=True)[:TOP_STATES]


def _is_one_best(top: Sequence[Cell]) -> bool:
    medians = [figure for cell in top if (figure := cell.figure("annual_median"))]
    values = [figure.value for figure in medians]
    return bool(values) and not medians[0].is_at_least and values.count(values[0]) == 1


def _paid(cell: Cell) -> Decimal:
    figure = cell.figure("annual_median")
    return figure.known_value if figure else Decimal(0)


def _state(cell: Cell) -> CellLine:
    return CellLine(cell.place.name, cell.figure("annual_median"))


def _same_state(documents: Documents, tops: Sequence[Sequence[Cell]]) -> list[Message]:
    firsts = {top[0].place.name for top in tops if top}
    if not all(map(_is_one_best, tops)) or len(firsts) != 1:
        return []
    (state,) = firsts
    figures = tuple(top[0].figure("annual_median") for top in tops)
    everyone = "Both pay" if len(documents) == 2 else "All of them pay"
    return [Message("same_best_state", f"{everyone} most in {state}.", {"state": state, "figures": figures})]


ROWS = (median, middle_half, over_time, best_states)
