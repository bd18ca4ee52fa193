"""What sets two figures apart: why they answer different questions. Pure: no database."""

from facts.figure import Figure, Named
from facts.measures import Measure, PayPeriod


def what_differs(figure: Figure, other: Figure) -> list[str]:
    """What `other` speaks of that `figure` does not, part by part: ["a mean, not a median", "for May 2015"].

    Empty where both answer the same question.
    """
    found = (_subject, _measure, _unit, _who, _industry, _where, _topic, _when)
    return [said for part in found if (said := part(figure, other))]


def _subject(figure, other) -> str:
    return "" if figure.subject.code == other.subject.code else f"about {other.subject}"


def _measure(figure, other) -> str:
    if figure.quantity != other.quantity:
        return f"about {other.quantity.label}"
    if figure.measure == other.measure:
        return ""
    return f"{_a(other.measure)}, not {_a(figure.measure)}"


def _unit(figure, other) -> str:
    if figure.unit == other.unit:
        return ""
    if figure.unit.name != other.unit.name:
        return f"in {other.unit.name}"
    return PayPeriod(other.unit.per).label if other.unit.per in PayPeriod.values else ""


def _who(figure, other) -> str:
    mine, its = _people(figure), _people(other)
    return "" if mine.casefold() == its.casefold() else f"for {its}" if its else "for all levels together"


def _people(figure) -> str:
    return ", ".join(str(part) for part in (figure.level, figure.population) if part)


def _industry(figure, other) -> str:
    if _code(figure.industry) == _code(other.industry):
        return ""
    return f"in {other.industry}" if other.industry else "for all industries"


def _where(figure, other) -> str:
    if _code(figure.place) == _code(other.place):
        return ""
    return f"in {other.place}" if other.place else "place not stated"


def _topic(figure, other) -> str:
    mine, its = figure.topic or figure.label, other.topic or other.label
    return "" if mine == its else other.label or its


def _when(figure, other) -> str:
    if figure.period.is_stated and other.period.is_stated:
        return "" if figure.period == other.period else f"for {other.period}"
    if figure.period.is_stated != other.period.is_stated:
        return f"for {other.period}" if other.period.is_stated else "year not stated"
    return "" if figure.source.code == other.source.code else "neither says for which year"


def _code(named: Named | None) -> str:
    return named.code if named else ""


def _a(measure: Measure) -> str:
    return f"a {measure.label}" if measure is not Measure.P10 else "the 10th percentile"
