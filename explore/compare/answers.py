from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from facts.figure import Figure, Named
from facts.models import Source


@dataclass(frozen=True, slots=True)
class ComparedAnswer:
    """Equal `tokens` mean equal answers."""

    text: str
    source: Named
    publisher: str
    words: str = ""
    url: str = ""
    figure: Figure | None = None
    names: tuple[str, ...] = ()
    tokens: frozenset[str] = frozenset()

    @classmethod
    def of_figure(cls, figure: Figure, *, measured: bool = False) -> "ComparedAnswer":
        past = "now history" if is_history(figure) else ""
        parts = ("" if measured else figure.measure_text, _subject(figure), figure.words, past)
        words = ", ".join(part for part in parts if part)
        return cls(figure.value_text, figure.source, figure.publisher, words, figure.url, figure)

    @classmethod
    def of_words(
        cls, text: str, source: Source, *, words: str = "", names: Iterable[str] = (), tokens: Iterable[str] = ()
    ) -> "ComparedAnswer":
        named = Named(source.slug, source.title, source.get_absolute_url())
        return cls(text, named, source.publisher, words, names=tuple(names), tokens=frozenset(tokens or names))


def is_history(figure: Figure) -> bool:
    end = figure.period.end
    return figure.projected and end is not None and end < timezone.now().date()


def _subject(figure: Figure) -> str:
    # The record speaks of a coded group and not of the title in the column's head.
    scheme, found, code = figure.subject.code.partition(":")
    return code if found else ""
