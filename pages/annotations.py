from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from explore.disagreements import Disagreement
from explore.jobs.verdict import FigureConflict
from facts.figure import Figure
from facts.marks import WORDINGS, Mark
from facts.periods import OLD_AFTER_YEARS


@dataclass(frozen=True, slots=True)
class Sign:
    """`kind` is the name of a `data-mark`."""

    kind: str
    word: str
    text: str
    url: str = ""

    @property
    def is_against(self) -> bool:
        return self.kind in ("against", "differ")


def signs_of(
    figure: Figure, today: date, disputes: Mapping[str, Disagreement | FigureConflict] | None = None
) -> list[Sign]:
    """Disagreement first, then how it was given, then its age.

    `disputes` maps figures' addresses to the disagreement they are part of.
    """
    given = (_given(figure, mark) for mark in WORDINGS)
    found = [_dispute(figure, disputes or {}), _words_only(figure), *given, _age(figure, today)]
    return [sign for sign in found if sign]


def disputes_by_address(disagreements: Iterable[Disagreement]) -> dict[str, Disagreement]:
    return {figure.address: each for each in disagreements for figure in each.figures}


def shape_of(figure: Figure, signs: Iterable[Sign]) -> str:
    """`data-shape` of the mark under the value."""
    kinds = {sign.kind for sign in signs}
    broken = next((shape for kind, shape in _SHAPES if kind in kinds), "")
    return broken or figure.shape or ("old" if "old" in kinds else "")


_SHAPES = (("against", "broken"), ("differ", "differ"))
_WHY_MISSING = (Mark.SUPPRESSED, Mark.NOT_PUBLISHED)


def _words_only(figure: Figure) -> Sign | None:
    if not figure.is_missing or not figure.as_printed or figure.marks & {*_WHY_MISSING}:
        return None
    return Sign("none", "No number.", f"Printed as “{figure.as_printed}”.")


def _given(figure: Figure, mark: Mark) -> Sign | None:
    if mark not in figure.marks or (figure.is_missing and mark not in _WHY_MISSING):
        return None
    wording = WORDINGS[mark]
    return Sign(wording.sign, wording.word, wording.sentence.format(as_printed=figure.as_printed))


def _dispute(figure: Figure, disputes: Mapping[str, Disagreement | FigureConflict]) -> Sign | None:
    disagreement = disputes.get(figure.address)
    if disagreement is None:
        return None
    others = [other for other in disagreement.figures if not figure.agrees_with(other)]
    if not others:  # it stands with the majority; the disagreement is among the rest
        return None
    said = "; ".join(f"{other.value_text} ({_where(other, figure)})" for other in others)
    return Sign("differ", "Disagrees", f"with {said}.", others[0].url)


def _where(other: Figure, figure: Figure) -> str:
    return other.locator if other.source == figure.source else other.publisher


def _age(figure: Figure, today: date) -> Sign | None:
    years = figure.period.age_in_years(today)
    if years is None or figure.is_missing:
        return None
    if figure.projected and years >= 0 and figure.period.last_day < today:
        return Sign("old", "History.", f"The years it speaks of ended in {figure.period.last_day.year}.")
    if years >= OLD_AFTER_YEARS:
        return Sign("old", f"{_in_words(years)} years old.", "Newer figures may be on this page.")
    return None


def _in_words(years: int) -> str:
    words = ("Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
    return words[years - 5] if years - 5 < len(words) else str(years)
