from collections.abc import Iterable
from dataclasses import dataclass

from explore.claim_parts import PartCheck
from explore.claim_summary import ClaimSummary, PublisherSummary
from explore.claims import Claim
from explore.fact_check_verdict import WORDINGS, FactCheckVerdict
from facts.wording import Wording

#: How the rung and the shape under the claim are drawn, by the verdict's sign.
RUNGS = {"agrees": "ok", "unknown": "unknown"}
SHAPES = {"against": "broken", "differ": "differ"}


@dataclass(frozen=True, slots=True)
class PartRow:
    check: PartCheck
    wording: Wording


@dataclass(frozen=True, slots=True)
class ClaimRung:
    claim: Claim
    rung: str
    wording: Wording
    shape: str
    parts: list[PartRow]


def rungs_of(claims: Iterable[Claim]) -> list[ClaimRung]:
    """Whole where they agree, broken where not, dotted where none can tell."""
    return [_rung(claim) for claim in claims]


def _rung(claim: Claim) -> ClaimRung:
    wording = WORDINGS[claim.verdict]
    rung, shape = RUNGS.get(wording.sign, "no"), SHAPES.get(wording.sign, "")
    return ClaimRung(claim, rung, wording, shape, [PartRow(part, WORDINGS[part.verdict]) for part in claim.parts])


@dataclass(frozen=True, slots=True)
class SummaryTable:
    """The verdicts that were found, and the claims of each publisher by verdict."""

    verdicts: list[FactCheckVerdict]
    rows: list[tuple[PublisherSummary, list[str]]]


def summary_table(summary: ClaimSummary) -> SummaryTable:
    """With a line for all guides together where there are several publishers."""
    verdicts = [verdict for verdict, count in summary.total.in_order if count]
    totals = [summary.total] if len(summary.publishers) > 1 else []
    rows = [(each, _cells(each, verdicts)) for each in (*totals, *summary.publishers)]
    return SummaryTable(verdicts, rows)


def _cells(summary: PublisherSummary, verdicts: list[FactCheckVerdict]) -> list[str]:
    counts = (summary.guides, summary.claims, *(summary.counts.get(verdict, 0) for verdict in verdicts))
    return [f"{count:,}" for count in counts]
