"""What the record makes of a guide's claims, one verdict a claim."""

from collections.abc import Iterable
from itertools import groupby

from careers.models import OccupationMatch
from explore.fact_check_verdict import WORDINGS, FactCheckVerdict
from explore.fact_checks import FactCheck
from explore.jobs.verdict import Verdict


def verdicts_of(checks: Iterable[FactCheck]) -> tuple[Verdict, ...]:
    """One verdict for each claim, from its checks against every group that its job is tied to."""
    by_claim = groupby(checks, key=lambda check: check.claim.address)
    return tuple(_verdict(deciding(list(found))) for _, found in by_claim)


def deciding(checks: list[FactCheck]) -> FactCheck:
    """The check that counts: an agreement, else the first that could be made.

    Groups that the title is only near are asked only where it is counted in none.
    """
    counted = [check for check in checks if check.match.match != OccupationMatch.Match.RELATED] or checks
    made = [check for check in counted if check.verdict is not FactCheckVerdict.NOT_CHECKABLE]
    agreeing = [check for check in made if check.verdict is FactCheckVerdict.AGREES]
    return next(iter([*agreeing, *made, *counted]))


def _verdict(check: FactCheck) -> Verdict:
    wording, official = WORDINGS[check.verdict], check.official
    return Verdict(
        address=check.claim.address,
        verdict=check.verdict.value,
        sign=wording.sign,
        word=wording.word,
        sentence=check.sentence,
        url=f"{official.url}#{official.field}" if official else "",
    )
