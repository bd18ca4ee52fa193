"""Figures as what JSON knows, and back: short, and quick, since every claim has several. Pure: no database."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from typing import Any

from facts.figure import Figure, Named
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.periods import Period
from facts.units import Unit

Convert = Callable[[Any], Any]


def plain_named(named: Named) -> list[str]:
    return [named.code, named.name, named.url]


def _plain_period(period: Period) -> list[str | None]:
    return [end.isoformat() if end else None for end in (period.start, period.end)]


def _period(ends: list[str | None]) -> Period:
    return Period(*(date.fromisoformat(end) if end else None for end in ends))


def _as_it_is(value: Any) -> Any:
    return value


_NAMED: tuple[Convert, Convert] = (plain_named, lambda parts: Named(*parts))
_NUMBER: tuple[Convert, Convert] = (str, Decimal)
_CONVERTED: dict[str, tuple[Convert, Convert]] = {
    "quantity": (lambda quantity: quantity.value, Quantity),
    "measure": (lambda measure: measure.value, Measure),
    "unit": (lambda unit: [unit.name, unit.per], lambda parts: Unit(*parts)),
    "marks": (lambda marks: sorted(mark.value for mark in marks), lambda marks: frozenset(map(Mark, marks))),
    "period": (_plain_period, _period),
    **dict.fromkeys(("value", "low", "high"), _NUMBER),
    **dict.fromkeys(("subject", "source", "level", "place", "industry", "release"), _NAMED),
}
_COLUMNS = [
    (field.name, field.default, *_CONVERTED.get(field.name, (_as_it_is, _as_it_is))) for field in fields(Figure)
]
_READERS = {name: read for name, _, _, read in _COLUMNS}


def plain_figure(figure: Figure) -> dict[str, Any]:
    """Without fields that hold their default."""
    values = vars(figure)
    return {
        name: write(values[name])
        for name, default, write, _ in _COLUMNS
        if default is MISSING or values[name] != default
    }


def read_figure(plain: dict[str, Any]) -> Figure:
    return Figure(**{name: _READERS[name](value) for name, value in plain.items()})
