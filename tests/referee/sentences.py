"""Rules for sentences by their kind: what their arguments must be to each other, and what must be shown."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from facts.figure import Figure
from tests.referee.claims import same_number, worded

SUBJECT_IN_THE_COLUMN = ("compared_same", "compared_gap", "counted_in_several", "given_in_several_ways")
"""Kinds whose subjects are the columns' heads, which the sentence names by their letters."""


def objections(message) -> Iterator[str]:
    """What is wrong with one sentence."""
    for name, value in _figures(message.args):
        yield from _unshown(message, name, value)
    rule = RULES.get(message.kind)
    if rule and not rule(message.args):
        yield f"{message.kind} is not so: {message.text}"


def _figures(args: Mapping[str, Any]) -> Iterator[tuple[str, Figure]]:
    for name, value in args.items():
        for one in value if isinstance(value, tuple | list) else (value,):
            if isinstance(one, Figure):
                yield name, one


def _unshown(message, name: str, figure: Figure) -> Iterator[str]:
    """The claim is shown beside its sentence; every other figure's number, subject and time stand in it."""
    text = message.text
    if name == "claim" or message.kind in SUBJECT_IN_THE_COLUMN or message.kind == "sources_differ":
        return
    if name == "nearest" and figure is message.args.get("official"):
        return
    if message.kind.startswith("number") or name in ("official", "nearest", "other", "newest"):
        if figure.subject.name not in text:
            yield f"{message.kind} does not name {figure.subject}: {text}"
        if figure.period_text not in text:
            yield f"{message.kind} does not say when ({figure.period_text}): {text}"
    is_number = message.kind.startswith(("number", "words", "near")) and name not in ("other",) or name == "newest"
    if is_number and figure.value_text not in text:
        yield f"{message.kind} does not show {figure.value_text}: {text}"


def _agree(one: Figure, other: Figure) -> bool:
    official = (one.standing == "record", other.standing == "record")
    return same_number(one.value, other.value, unit=one.unit.name, official=official)


def _number_contradicted(args) -> bool:
    claim, official, nearest = args["claim"], args["official"], args["nearest"]
    is_nearest = nearest is None or abs(nearest.value - claim.value) <= abs(official.value - claim.value)
    return not _agree(claim, official) and claim.measure == official.measure and is_nearest


def _window_agrees(args) -> bool:
    newest, official = args["newest"], args["official"]
    is_old = newest is None or newest.period.end.year - official.period.end.year >= 5
    return args["claim"].period.start is not None and is_old


def _is_of_other_month(args) -> bool:
    claim, official = args["claim"].period, args["official"].period
    return claim.start.year == official.start.year and claim.start.month != official.start.month


def _range_of_percentiles(args) -> bool:
    claim, low, high = args["claim"], args["official"], args["other"]
    is_one_release = (low.period, low.subject, low.unit) == (high.period, high.subject, high.unit)
    return is_one_release and (claim.low, claim.high) == (low.value, high.value) and low.measure < high.measure


def _gap(args) -> bool:
    figures, gap = args["figures"], args["gap"]
    if any(figure.value is None for figure in figures):
        return gap is None
    values = sorted(figure.value for figure in figures)
    return gap == values[-1] - values[0] > 0


def _same_question(one: Figure, other: Figure) -> bool:
    """But for whom they are about."""
    keys = ("quantity", "measure", "unit", "industry", "place")
    return all(getattr(one, key) == getattr(other, key) for key in keys) and one.population == other.population


def _compared_gap(args) -> bool:
    low, high = args["low"], args["high"]
    return low.value < high.value and not _agree(low, high) and _same_question(low, high)


def _compared_same(args) -> bool:
    low, *_, high = sorted(args["figures"], key=lambda figure: figure.value)
    return _agree(low, high)


def _several(args) -> bool:
    return len({figure.subject.code for figure in args["figures"]}) == args["groups"] > 1


RULES = {
    "number_agrees": lambda args: _agree(args["claim"], args["official"]),
    "number_contradicted": _number_contradicted,
    "number_of_other_release": lambda args: (
        args["claim"].value == args["other"].value != (args["official"] and args["official"].value)
    ),
    "number_of_other_measure": lambda args: (
        args["claim"].value == args["other"].value and args["other"].measure != args["official"].measure
    ),
    "words_agree": lambda args: any(word in worded(args["claim"].wording) for word in args["words"]),
    "words_contradicted": lambda args: worded(args["claim"].wording) not in args["words"],
    "window_not_stated": lambda args: args["claim"].period.start is None,
    "window_agrees": _window_agrees,
    "number_of_other_month": lambda args: _is_of_other_month(args) and _agree(args["claim"], args["official"]),
    "not_of_other_month": _is_of_other_month,
    "in_no_release": lambda args: args["claim"].period.start is None and args["claim"].value != args["nearest"].value,
    "measure_not_stated": lambda args: args["claim"].measure == "not_stated",
    "range_of_percentiles": _range_of_percentiles,
    "range_not_published": lambda args: args["claim"].value is None and args["claim"].quantity == "pay",
    "withheld": lambda args: args["figure"].value is None,
    "education_agrees": lambda args: args["official"] in args["levels"],
    "education_contradicted": lambda args: args["official"] not in args["levels"],
    "sources_differ": _gap,
    "compared_gap": _compared_gap,
    "compared_same": _compared_same,
    "counted_in_several": _several,
}


def half_up(points: Decimal, whole: Decimal) -> int:
    """Points of a hundred, halves up."""
    return int(points * 100 / whole + Decimal("0.5"))
