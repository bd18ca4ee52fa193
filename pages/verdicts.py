from collections.abc import Iterable

from explore.claims import Claim
from explore.fact_check_verdict import WORDINGS
from pages.annotations import Sign


def verdict_signs(claims: Iterable[Claim]) -> dict[str, Sign]:
    """By the address of the claim's figure."""
    return {claim.key: _sign(claim) for claim in claims if claim.figure}


def _sign(claim: Claim) -> Sign:
    wording = WORDINGS[claim.verdict]
    official = claim.official
    return Sign(wording.sign, wording.word, claim.sentence, f"{official.url}#{official.field}" if official else "")
