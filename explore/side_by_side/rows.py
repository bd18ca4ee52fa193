from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from explore.jobs.document import JobDocument
from explore.messages import Message
from facts.figure import Figure, Named

Documents = Sequence[JobDocument]


@dataclass(frozen=True, slots=True)
class CellLine:
    """A figure, or words; `note` says of whom or when."""

    text: str = ""
    figure: Figure | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class JobCell:
    """What is said of one job; no lines where nothing is."""

    lines: tuple[CellLine, ...] = ()
    source: Named | None = None


@dataclass(frozen=True, slots=True)
class JobRow:
    key: str
    title: str
    cells: tuple[JobCell, ...]
    messages: tuple[Message, ...] = ()


ReadRow = Callable[[Documents], JobRow]


def words(texts: Iterable[str], source: Named | None = None) -> JobCell:
    return JobCell(tuple(CellLine(text) for text in texts if text), source)


def of_figure(figure: Figure | None, note: str = "") -> JobCell:
    if figure is None or figure.is_missing:
        return JobCell()
    return JobCell((CellLine(figure.value_text, figure, note),), figure.source)
