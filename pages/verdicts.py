"""What the record makes of a claim, as a sign under its figure. Pure: no database."""

from collections.abc import Iterable
from itertools import groupby

from careers.models import OccupationMatch
from explore.fact_check_verdict import WORDINGS, FactCheckVerdict
from explore.fact_checks import FactCheck
from pages.annotations import Sign


def verdict_signs(checks: Iterable[FactCheck]) -> dict[str, Sign]:
    """One sign for each claim by its address, from its checks against every group that its career is tied to."""
    by_claim = groupby(checks, key=lambda check: check.claim.address)
    return {address: _sign(_deciding(list(found))) for address, found in by_claim}


def _deciding(checks: list[FactCheck]) -> FactCheck:
    """The check that counts: an agreement, else the first that could be made.

    Groups that the title is only near are asked only where it is counted in none.
    """
    counted = [check for check in checks if check.match.match != OccupationMatch.Match.RELATED] or checks
    made = [check for check in counted if check.verdict is not FactCheckVerdict.NOT_CHECKABLE]
    agreeing = [check for check in made if check.verdict is FactCheckVerdict.AGREES]
    return next(iter([*agreeing, *made, *counted]))


def _sign(check: FactCheck) -> Sign:
    wording = WORDINGS[check.verdict]
    official = check.official
    return Sign(wording.sign, wording.word, check.sentence, f"{official.url}#{official.field}" if official else "")
