"""What a tool gives: sentences to quote, and each figure behind them with its address, source and edition.

The SDK makes JSON Schema of these classes, and cannot of those with slots.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from facts.figure import Figure
from facts.models import Edition

MOST_FIGURES = 25


@dataclass(frozen=True)
class QuotedFigure:
    """One number: what it says, who says so, and where it stands for good."""

    address: str
    sentence: str
    value: str
    place: str
    period: str
    publisher: str
    source: str
    release: str
    page: str


@dataclass(frozen=True)
class ToolAnswer:
    """The answer in sentences, the figures that they rest on, the page for people, and the edition to cite."""

    answer: list[str]
    figures: list[QuotedFigure]
    page: str
    edition: int
    how_to_cite: str


def answered(sentences: Iterable[str], figures: Iterable[Figure] = (), page: str = "") -> ToolAnswer:
    number = current_number()
    shown = list({figure.address: figure for figure in figures}.values())[:MOST_FIGURES]
    cite = f"Name the publisher and release of each figure, and Rungs, edition {number}, with the figure’s page."
    return ToolAnswer([text for text in sentences if text], list(map(quoted, shown)), absolute(page), number, cite)


def quoted(figure: Figure) -> QuotedFigure:
    page = absolute(figure.url)
    return QuotedFigure(
        address=figure.address,
        sentence=figure.sentence,
        value=figure.value_text,
        place=str(figure.place or ""),
        period=figure.period_text,
        publisher=figure.publisher,
        source=str(figure.source),
        release=str(figure.release or ""),
        page=page if "#" in page else f"{page}#{figure.field}",
    )


def absolute(path: str) -> str:
    return path and settings.SITE_URL.rstrip("/") + path


def current_number() -> int:
    """0 before the first edition."""
    return Edition.objects.newest_first().values_list("number", flat=True).first() or 0
