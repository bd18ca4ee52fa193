"""The ways in of a guide: each with its letter, its length and its cost."""

from dataclasses import dataclass

from education.models import Path
from explore.guide import Guide
from facts.figure import Figure
from pages.charts.ways_in import Way, WaysChart, draw_ways, letters


@dataclass(frozen=True, slots=True)
class LetteredPath:
    """A way in as the table has it, under the letter that the chart has it by."""

    letter: str
    path: Path
    length: Figure | None
    cost: Figure | None


@dataclass(frozen=True, slots=True)
class WaysIn:
    """Every way in, and its drawing if one has both a length and a cost."""

    rows: list[LetteredPath]
    chart: WaysChart | None


def ways_in(guide: Guide) -> WaysIn:
    """The ways in that sources describe, in their order."""
    ways = [Way(path.name, path.figure("months"), path.figure("cost"), path.key) for path in guide.paths]
    named = letters(ways)
    rows = [
        LetteredPath(named[way.key], path, way.length, way.cost) for way, path in zip(ways, guide.paths, strict=True)
    ]
    return WaysIn(rows, draw_ways(ways))
