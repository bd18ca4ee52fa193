"""Claims held against the record, each as a rung of one ladder. Pure: no database."""

from collections.abc import Iterable
from dataclasses import dataclass

from careers.models import OccupationMatch
from explore.fact_checks import FactCheck, Verdict
from pages.verdicts import WORDS

RUNGS = {Verdict.AGREES: "ok", Verdict.NOT_CHECKABLE: "unknown"}
SHAPES = {Verdict.CONTRADICTED: "broken", Verdict.OTHER_VINTAGE: "differ", Verdict.OTHER_MEASURE: "differ"}


@dataclass(frozen=True, slots=True)
class CheckRung:
    """One check with how it is drawn: its rung, the mark before its sentence, the shape under the claim's value."""

    check: FactCheck
    rung: str
    mark: str
    word: str
    shape: str

    @property
    def is_only_near(self) -> bool:
        """Whether the title is only near the group, and counted elsewhere."""
        return self.check.match.match == OccupationMatch.Match.RELATED


def rungs_of(checks: Iterable[FactCheck]) -> list[CheckRung]:
    """The checks in their order, drawn: whole where they agree, broken where not, dotted where none can tell."""
    return [_rung(check) for check in checks]


def _rung(check) -> CheckRung:
    mark, word = WORDS[check.verdict]
    return CheckRung(check, RUNGS.get(check.verdict, "no"), mark, word, SHAPES.get(check.verdict, ""))
