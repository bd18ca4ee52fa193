"""Claims held against the record, each as a rung of one ladder. Pure: no database."""

from collections.abc import Iterable
from dataclasses import dataclass

from careers.models import OccupationMatch
from explore.fact_check_verdict import WORDINGS
from explore.fact_checks import FactCheck

#: How the rung and the shape under the claim are drawn, by the verdict's sign.
RUNGS = {"agrees": "ok", "unknown": "unknown"}
SHAPES = {"against": "broken", "differ": "differ"}


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
    wording = WORDINGS[check.verdict]
    rung, shape = RUNGS.get(wording.sign, "no"), SHAPES.get(wording.sign, "")
    return CheckRung(check, rung, wording.sign, wording.word, shape)
