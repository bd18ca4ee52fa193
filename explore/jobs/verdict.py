"""How the figures about a job hold up. Pure: no database."""

from dataclasses import dataclass

from facts.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the record makes of one claim: its sign, a word and a sentence, and where the official figure stands."""

    address: str
    verdict: str
    sign: str
    word: str
    sentence: str
    url: str = ""
    is_checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureConflict:
    """Figures that answer one question differently."""

    key: str
    ask: str
    sentence: str
    figures: tuple[Figure, ...]
