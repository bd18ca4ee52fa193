from collections.abc import Iterable
from dataclasses import dataclass

from pages.charts.labels import cut
from pages.charts.scale import LinearScale

LEFT, RIGHT = 2, 98  # per cent
TOP, ROW = 8, 44  # pixels
ROOM = 92  # per cent of the drawing for a label
ACROSS = LinearScale(0, 100, LEFT, RIGHT)
TICKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Stand:
    """x in percent, y in pixels."""

    label: str
    place: str
    at: float
    y: int

    @property
    def label_y(self) -> int:
        return self.y - 12

    @property
    def anchor(self) -> str:
        return "end" if self.at > 50 else ""

    @property
    def place_at(self) -> float:
        return self.at - 3 if self.at > 50 else self.at + 3


@dataclass(frozen=True, slots=True)
class Strip:
    job: str
    stands: list[Stand]

    @property
    def height(self) -> int:
        return self.bottom + 22

    @property
    def bottom(self) -> int:
        return TOP + ROW * len(self.stands)

    @property
    def ends(self) -> tuple[float, float]:
        """In percent."""
        return ACROSS(0), ACROSS(100)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        return [(ACROSS(tick), str(tick)) for tick in TICKS]

    @property
    def description(self) -> str:
        said = "; ".join(f"{stand.label}: {stand.place}" for stand in self.stands)
        return f"Percentiles of {self.job}: {said}. The table below holds the same."


def draw_strip(job: str, rated: Iterable) -> Strip | None:
    stands = [
        Stand(cut(one.title, ROOM), one.place, ACROSS(one.percentile), TOP + ROW * number + 30)
        for number, one in enumerate(rated)
    ]
    return Strip(job, stands) if stands else None
