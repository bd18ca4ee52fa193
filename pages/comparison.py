from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from explore.compare import ComparedAnswer, ComparedItem, ComparedRow, Comparison, Suggestion
from explore.compare.verdicts import WORDINGS
from facts.figure import Figure, Named
from pages.charts.pay import PayGroup, PayPlot, PayRow, draw_pay
from salaries.models import Wage

CHOICES = {wording.choice: verdict for verdict, wording in WORDINGS.items()}
"""What `?rows=` may ask for, with the verdict it shows."""
LONG = 2


@dataclass(frozen=True, slots=True)
class Said:
    """With the number of its source."""

    answer: ComparedAnswer
    number: int


@dataclass(frozen=True, slots=True)
class CellShown:
    """`apart`: it may not be set beside the others."""

    letter: str
    said: list[Said]
    apart: bool

    @property
    def is_long(self) -> bool:
        return len(self.said) > LONG


@dataclass(frozen=True, slots=True)
class RowShown:
    row: ComparedRow
    mark: str
    cells: list[CellShown]


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    comparison: Comparison
    groups: list[tuple[str, list[RowShown]]]
    choices: list[tuple[str, str, int]]
    sources: list[tuple[int, str, Named]]
    plot: PayPlot | None
    total: int


def lay_out(comparison: Comparison, rows: str = "") -> ComparisonPage:
    """`rows` is "" or one of CHOICES."""
    numbers = {code: number for number, code in enumerate(comparison.sources, 1)}
    wanted = CHOICES[rows] if rows else None
    groups = [
        (group.title, [row for row in group.rows if wanted in (None, row.verdict)]) for group in comparison.groups
    ]
    verdicts = [row.verdict for row in comparison.rows]
    return ComparisonPage(
        comparison=comparison,
        groups=[(title, [_shown(row, comparison.items, numbers) for row in rows]) for title, rows in groups if rows],
        choices=[(value, WORDINGS[verdict].word, verdicts.count(verdict)) for value, verdict in CHOICES.items()],
        sources=[(numbers[code], publisher, source) for code, (publisher, source) in comparison.sources.items()],
        plot=_plot(comparison),
        total=len(verdicts),
    )


def address(names: Sequence[str], **more: str) -> str:
    return "?" + urlencode([*(("item", name) for name in names), *more.items()])


def without(items: Sequence[ComparedItem], item: ComparedItem) -> str:
    return address([other.name for other in items if other is not item])


def with_also(items: Sequence[ComparedItem], suggestion: Suggestion) -> str:
    return address([*(item.name for item in items), suggestion.name])


def _shown(row: ComparedRow, items: Sequence[ComparedItem], numbers: Mapping[str, int]) -> RowShown:
    apart = row.judgement.apart
    cells = [
        CellShown(item.letter, [Said(answer, numbers[answer.source.code]) for answer in said], column in apart)
        for column, (item, said) in enumerate(zip(items, row.cells, strict=True))
    ]
    return RowShown(row, WORDINGS[row.verdict].sign, cells)


def _plot(comparison: Comparison) -> PayPlot | None:
    rows = [
        PayRow(group.wage.occupation.title, f"{group.letters}: {group.wage.occupation.code}", _yearly(group.wage))
        for group in comparison.counted
    ]
    return draw_pay([PayGroup("", rows)], squeezed=True) if rows else None


def _yearly(wage: Wage) -> tuple[Figure, ...]:
    return tuple(figure for figure in wage.figures() if figure.unit.per == "year")
