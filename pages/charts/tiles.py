from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from facts.figure import Figure

COUNTRY = "US-"
ROWS = (
    "AK .. .. .. .. .. .. .. .. .. ME",
    ".. .. .. .. .. .. .. .. .. VT NH",
    "WA ID MT ND MN IL WI MI NY RI MA",
    "OR NV WY SD IA IN OH PA NJ CT ..",
    "CA UT CO NE MO KY WV VA MD DE ..",
    ".. AZ NM KS AR TN NC SC DC .. ..",
    ".. .. .. OK LA MS AL GA .. .. ..",
    "HI GU .. TX .. .. .. .. FL PR VI",
)
"""Where each state and territory stands: its neighbors beside it as far as a grid allows."""
PLACES = {
    letters: (column, line)
    for line, row in enumerate(ROWS)
    for column, letters in enumerate(row.split())
    if letters != ".."
}
COLUMNS = len(ROWS[0].split())
ACROSS = 100 / COLUMNS  # per cent
DOWN = 48  # pixels
SIDE = 44  # a tile's height, which leaves a gap below it
FILLED = 0.94  # of a column's width
BANDS = 5  # with as many places in each, but for equal amounts, which share one
FEWEST = 2
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Tile:
    """`band` is 1 to BANDS; 0 without a number. x and width in percent, y in pixels."""

    letters: str
    figure: Figure | None
    band: int

    @property
    def x(self) -> float:
        return round(PLACES[self.letters][0] * ACROSS, 2)

    @property
    def y(self) -> int:
        return PLACES[self.letters][1] * DOWN

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)

    @property
    def width(self) -> float:
        return round(ACROSS * FILLED, 2)

    @property
    def amount(self) -> Decimal:
        return self.figure.known_value if self.band and self.figure else Decimal(0)

    @property
    def text(self) -> str:
        """Thousands; a plus stands for "or more"."""
        if not (self.band and self.figure):
            return ""
        thousands = f"{(self.amount / THOUSAND).quantize(Decimal(1))}"
        return f"{thousands}+" if self.figure.is_at_least else thousands

    @property
    def value_text(self) -> str:
        return self.figure.value_text if self.band and self.figure else ""

    @property
    def code(self) -> str:
        return f"{COUNTRY}{self.letters}"

    @property
    def tip(self) -> str:
        """ "Ohio: $51,140"; "" where the survey does not speak of it."""
        if self.figure is None:
            return ""
        return f"{self.figure.place}: {self.value_text or 'not released, or not available'}"

    @property
    def withheld(self) -> bool:
        """The survey speaks of it and gives no number."""
        return self.figure is not None and not self.band


@dataclass(frozen=True, slots=True)
class TileStep:
    """Exact amounts, so that no two bands share one."""

    band: int
    low: str
    high: str


@dataclass(frozen=True)
class TileMap:
    tiles: list[Tile]
    steps: list[TileStep]
    height: int = len(ROWS) * DOWN
    side: int = SIDE

    @cached_property
    def told(self) -> list[Tile]:
        return sorted((tile for tile in self.tiles if tile.band), key=lambda tile: tile.amount, reverse=True)

    @property
    def lead(self) -> Figure:
        return self._told_figures[0]

    @property
    def _told_figures(self) -> list[Figure]:
        return [tile.figure for tile in self.told if tile.figure]

    @property
    def withheld(self) -> list[Tile]:
        return [tile for tile in self.tiles if tile.withheld]

    @property
    def unspoken(self) -> list[Tile]:
        """Places that the survey does not speak of."""
        return [tile for tile in self.tiles if tile.figure is None]

    @property
    def finding(self) -> str:
        """ "Highest in Ohio ($51,140), lowest in Utah ($40,000)." """
        if self.told[0].amount == self.told[-1].amount:
            return f"{self.told[0].value_text} in each of {len(self.told)} places."
        return f"Highest in {self._at(self.told[0])}, lowest in {self._at(self.told[-1])}."

    def _at(self, end: Tile) -> str:
        """Those that share an end are counted."""
        others = sum(tile.amount == end.amount for tile in self.told) - 1
        name = end.figure.place.name if end.figure and end.figure.place else end.letters
        return f"{name}{f' and {others} more' if others else ''} ({end.value_text})"

    @property
    def description(self) -> str:
        figures = self._told_figures
        ends = [_end([each for each in figures if each.value == end.value]) for end in (figures[0], figures[-1])]
        silent = f" {len(self.withheld)} not released or not available." if self.withheld else ""
        return f"A tile for each of {len(self.told)} places. Highest: {ends[0]}. Lowest: {ends[1]}.{silent}"


def _end(figures: Sequence[Figure]) -> str:
    where = str(figures[0].place) if len(figures) == 1 else f"{len(figures)} places"
    return f"{where}, {figures[0].value_text}"


def draw_tiles(figures: Iterable[Figure]) -> TileMap | None:
    """None where fewer than two have a number."""
    placed = ((f.place.code, f) for f in figures if f.place and f.place.code.startswith(COUNTRY))
    by_letters = {code.removeprefix(COUNTRY): figure for code, figure in placed}
    amounts = [f.value for letters, f in by_letters.items() if f.value is not None and letters in PLACES]
    if len(amounts) < FEWEST:
        return None
    amounts.sort()
    tiles = [_tile(letters, by_letters.get(letters), amounts) for letters in PLACES]
    return TileMap(tiles, list(_steps(tiles)))


def _tile(letters: str, figure: Figure | None, amounts: Sequence[Decimal]) -> Tile:
    if figure is None or figure.value is None:
        return Tile(letters, figure, 0)
    return Tile(letters, figure, 1 + bisect_left(amounts, figure.value) * BANDS // len(amounts))


def _steps(tiles: Sequence[Tile]) -> Iterator[TileStep]:
    for band in range(1, BANDS + 1):
        inside = sorted((tile for tile in tiles if tile.band == band), key=lambda tile: tile.amount)
        if inside:
            yield TileStep(band, inside[0].value_text, inside[-1].value_text)
