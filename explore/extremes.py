"""The highest and the lowest figures, with all that share them. No database."""

from collections.abc import Iterable
from dataclasses import dataclass

from facts.figure import Figure


@dataclass(frozen=True, slots=True)
class Extreme:
    """Figures of one value. Of a bound nobody knows which is the highest: all that have it are meant."""

    figures: tuple[Figure, ...]

    @property
    def figure(self) -> Figure:
        return self.figures[0]

    @property
    def is_bound(self) -> bool:
        return self.figure.is_at_least

    @property
    def places(self) -> list[str]:
        return [str(figure.place) for figure in self.figures]


def extremes(figures: Iterable[Figure | None]) -> tuple[Extreme, Extreme] | None:
    """The highest and the lowest; None where all that are published are equal, or bounds."""
    given = [figure for figure in figures if figure is not None and figure.value is not None]
    known = [figure for figure in given if not figure.is_at_least]
    high = max((figure.known_value for figure in given), default=None)
    low = min((figure.known_value for figure in known), default=None)
    if high is None or low is None or high == low:
        return None
    return _of(given, high), _of(known, low)


def _of(figures: Iterable[Figure], value: object) -> Extreme:
    return Extreme(tuple(figure for figure in figures if figure.value == value))
