"""The figures with which an item answers a row."""

from collections.abc import Callable, Iterable

from explore.compare.reading import Known
from facts.figure import Figure
from facts.measures import Measure, Quantity

AsksFigures = Callable[[Known], list[Figure]]

_SINGLE = frozenset(Measure) - {Measure.RANGE}


def pay(known: Known) -> list[Figure]:
    """What guides say of pay in one number, for no single rung, at home and in all industries."""
    return _measured(known.general_salaries, _SINGLE)


def pay_range(known: Known) -> list[Figure]:
    """What they say of it as a range."""
    return _measured(known.general_salaries, {Measure.RANGE})


def pay_by_rung(known: Known) -> list[Figure]:
    """The median of each rung, from the lowest up."""
    rows = sorted((row for row in known.salaries if row.level), key=lambda row: row.level.position)
    return _measured(rows, {Measure.MEDIAN})


def pay_in_one_industry(known: Known) -> list[Figure]:
    """Pay in an industry that a guide names."""
    return _figures(row for row in known.salaries if row.industry and not row.level)


def pay_abroad(known: Known) -> list[Figure]:
    """Pay in other countries, in their own money."""
    rows = [row for row in known.salaries if row.place and row.place.code != "US"]
    return [figure for figure in _figures(rows) if figure.field != "converted"]


def outlook(quantity: Quantity) -> AsksFigures:
    """What guides say of growth, or of openings."""
    return lambda known: [figure for figure in _figures(known.outlooks) if figure.quantity == quantity]


def projection(quantity: Quantity) -> AsksFigures:
    """What the record projects."""
    return lambda known: [figure for figure in _figures(known.projections) if figure.quantity == quantity]


def on_record(field: str) -> AsksFigures:
    """One field of the record's newest national wages."""
    return lambda known: [figure for wage in known.wages if (figure := wage.figure(field))]


def ways_in(quantity: Quantity) -> AsksFigures:
    """How long the ways in take, or what they cost."""
    return lambda known: [figure for figure in _figures(known.paths) if figure.quantity == quantity]


def time_to_entry(known: Known) -> list[Figure]:
    """How long it takes to a first job."""
    return _figures(known.times)


def _figures(rows: Iterable) -> list[Figure]:
    return [figure for row in rows for figure in row.figures()]


def _measured(rows: Iterable, measures: Iterable[Measure]) -> list[Figure]:
    return [figure for figure in _figures(rows) if figure.measure in measures]
