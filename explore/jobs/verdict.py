from dataclasses import dataclass

from facts.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the record makes of one claim; `needs` is what it could not be checked without, and is not loaded here."""

    address: str
    verdict: str
    sign: str
    word: str
    sentence: str
    url: str = ""
    is_checked: bool = False
    needs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureConflict:
    key: str
    ask: str
    sentence: str
    figures: tuple[Figure, ...]
