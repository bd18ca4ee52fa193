from collections.abc import Iterable

from explore import messages
from explore.claims import Claim
from explore.fact_check_verdict import CHECKED, WORDINGS
from explore.jobs.verdict import Verdict


def verdicts_of(claims: Iterable[Claim]) -> tuple[Verdict, ...]:
    return tuple(_verdict(claim) for claim in claims if claim.figure)


def _verdict(claim: Claim) -> Verdict:
    wording, official = WORDINGS[claim.verdict], claim.official
    return Verdict(
        address=claim.key,
        verdict=claim.verdict.value,
        sign=wording.sign,
        word=wording.word,
        sentence=claim.sentence,
        url=f"{official.url}#{official.field}" if official else "",
        is_checked=claim.verdict in CHECKED,
        needs=_not_loaded(claim),
    )


def _not_loaded(claim: Claim) -> str:
    waiting = [part.message for part in claim.parts if part.message.kind == messages.not_loaded.__name__]
    return waiting[0].args["needs"] if waiting and claim.verdict not in CHECKED else ""
