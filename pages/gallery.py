"""Samples for the gallery of components: a figure in every state it can be in. Invented, and shown to developers only.

Pure: no database.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from explore.disagreements import Disagreement, find_disagreements
from facts.figure import RECORD, Figure, Named
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.periods import Period
from facts.units import Unit
from pages.signs import Sign

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter"


@dataclass(frozen=True, slots=True)
class Sample:
    """A component in one state: what the state is called, the figure in it, and a mark to put first."""

    state: str
    figure: Figure
    sign: Sign | None = None


def samples() -> Iterator[Sample]:
    """Every state of a figure."""
    yield Sample("A claim", figure("claim", value=47_190))
    yield Sample("The record", figure("record", value=48_780, standing=RECORD, publisher="An office"))
    yield Sample("No data, withheld", figure("withheld", Mark.SUPPRESSED))
    yield Sample("No data, not published", figure("unpublished", Mark.NOT_PUBLISHED))
    yield Sample("No number, words only", figure("vague", as_printed="a few more months"))
    yield Sample("A range", figure("range", low=45_000, high=70_000))
    yield Sample("Open-ended", figure("open", Mark.OPEN_ENDED, low=30_000, high=70_000))
    yield Sample("Approximate", figure("about", Mark.APPROXIMATE, value=48_000))
    yield Sample("Top-coded", figure("top", Mark.AT_LEAST, value=239_200, standing=RECORD))
    yield Sample("Old", figure("old", value=40_430, period=Period.of_month(2015, 5)))
    yield Sample("Contradicted", figure("wrong", value=47_190), CONTRADICTED)
    yield Sample("Years not stated", figure("undated", Mark.WINDOW_NOT_STATED, value=47_190, period=Period()))
    yield Sample("Long words", _wordy())


CONTRADICTED = Sign("against", "Contradicted.", "An office gives $48,780, not $47,190.", "#record")


def disagreement() -> Disagreement:
    """Two answers to one question."""
    (found,) = find_disagreements([figure("one", value=47_190), figure("other", value=48_780, locator="Another table")])
    return found


def figure(
    key: str, *marks: Mark, value: int | None = None, low: int | None = None, high: int | None = None, **said: Any
) -> Figure:
    """An invented figure of pay; `said` changes anything about it."""
    usual: dict[str, Any] = {
        "field": "median",
        "quantity": Quantity.PAY,
        "measure": Measure.MEDIAN if low is None else Measure.RANGE,
        "unit": Unit("USD", "year"),
        "subject": Named("keeper", "Lighthouse Keeper", "#claim"),
        "source": Named("guide", "Guide", "#guide"),
        "publisher": "A guide",
        "place": Named("US", "United States"),
        "period": Period(date(2025, 5, 1), date(2025, 5, 31)),
        "locator": "Key facts",
        "url": f"#{key}",
    }
    numbers = {"value": _decimal(value), "low": _decimal(low), "high": _decimal(high)}
    return Figure(**usual | {"key": key, "marks": frozenset(marks)} | numbers | said)


def _wordy() -> Figure:
    return figure(
        "wordy", low=1_234_567_890, high=9_876_543_210, population=LONG, publisher=LONG, locator=f"{LONG}, {LONG}"
    )


def _decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
