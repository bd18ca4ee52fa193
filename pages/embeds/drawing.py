"""Figures as bars, at a fixed size."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import resvg_py
from django.template.loader import render_to_string

from facts.figure import Figure

WIDTH, HEIGHT = 640, 400
"""Pixels."""
LEFT, RIGHT = 200, 500  # bars are as long as their difference at most
"""Where bars begin, and where the longest ends; their values stand behind them."""
TOP, BETWEEN, THICK = 92, 32, 20
MOST = 8
"""Bars that have room."""
LONGEST_LABEL = 28
FONTS = [str(path) for path in sorted(Path(__file__).with_name("fonts").glob("*.ttf"))]
FAMILY = "DejaVu Sans"
PAPER = "#fdfcf8"


@dataclass(frozen=True, slots=True)
class Bar:
    """`width` is 0 without a number."""

    label: str
    figure: Figure
    y: int
    width: int

    @property
    def text_y(self) -> int:
        return self.y + THICK - 5

    @property
    def value_x(self) -> int:
        return LEFT + self.width + 8


@dataclass(frozen=True)
class BarChart:
    """`rows` are labels with figures; `url` is the page with everything."""

    title: str
    subtitle: str
    rows: Sequence[tuple[str, Figure]]
    url: str

    @cached_property
    def bars(self) -> list[Bar]:
        numbers = [figure.known_value for _, figure in self.rows if not figure.is_missing]
        most = max(numbers, default=0)
        return [
            Bar(_cut(label), figure, TOP + BETWEEN * place, _width(figure, most))
            for place, (label, figure) in enumerate(self.rows[:MOST])
        ]

    @property
    def sources(self) -> str:
        """ "US Bureau of Labor Statistics, May 2024"."""
        named = (f"{figure.publisher}, {figure.release or figure.period_text}" for _, figure in self.rows[:MOST])
        return "; ".join(dict.fromkeys(named))

    @property
    def description(self) -> str:
        return " ".join(f"{label}: {figure.value_text}." for label, figure in self.rows[:MOST])

    def svg(self, site: str) -> str:
        """`site` is the address that the picture names."""
        context = {"chart": self, "site": site, "width": WIDTH, "height": HEIGHT, "left": LEFT, "thick": THICK}
        return render_to_string("embed/chart.svg", context)

    def png(self, site: str) -> bytes:
        picture = resvg_py.svg_to_bytes(
            svg_string=self.svg(site), skip_system_fonts=True, font_files=FONTS, sans_serif_family=FAMILY, zoom=2
        )
        return bytes(picture)


def _width(figure: Figure, most: object) -> int:
    if figure.is_missing or not most:
        return 0
    return max(1, round(float(figure.known_value / most) * (RIGHT - LEFT)))  # type: ignore[operator]


def _cut(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"
