"""What was found over all guides, in numbers."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from explore.claim_counts import ClaimCounts
from explore.fact_check_verdict import CHECKED, WORST_FIRST, FactCheckVerdict
from explore.messages import Message, claims_found
from explore.models import CheckedPublisher

Counts = Mapping[FactCheckVerdict, int]


@dataclass(frozen=True, slots=True)
class PublisherSummary:
    """The claims of one publisher's guides, by verdict."""

    publisher: str
    guides: int
    counts: Counts

    @property
    def claims(self) -> int:
        return sum(self.counts.values())

    @property
    def checked(self) -> int:
        return sum(count for verdict, count in self.counts.items() if verdict in CHECKED)

    @property
    def in_order(self) -> list[tuple[FactCheckVerdict, int]]:
        return [(verdict, self.counts.get(verdict, 0)) for verdict in SHOWN_IN_ORDER]


@dataclass(frozen=True, slots=True)
class ClaimSummary:
    publishers: list[PublisherSummary]
    total: PublisherSummary

    @property
    def sentences(self) -> list[Message]:
        """One for each verdict that was found, the claims that could be checked first."""
        counts = self.total.in_order
        return [claims_found(verdict, count, self.total.claims) for verdict, count in counts if count]


SHOWN_IN_ORDER = (
    FactCheckVerdict.AGREES,
    *(verdict for verdict in WORST_FIRST if verdict in CHECKED - {FactCheckVerdict.AGREES}),
    FactCheckVerdict.NEAR,
    FactCheckVerdict.NOT_CHECKABLE,
)


def summarize_claims(counted: ClaimCounts | None = None) -> ClaimSummary:
    """Publishers with the most claims first. A query, and another unless all claims are `counted` already."""
    guides = dict(CheckedPublisher.objects.values_list("name", "guides"))
    counts: dict[str, Counter[FactCheckVerdict]] = defaultdict(Counter)
    for group in (counted or ClaimCounts()).groups:
        counts[group.publisher][FactCheckVerdict(group.verdict)] += group.total
    publishers = [PublisherSummary(name, guides[name], found) for name, found in counts.items()]
    publishers.sort(key=lambda each: (-each.claims, each.publisher))
    return ClaimSummary(publishers, _total(publishers))


def _total(publishers: list[PublisherSummary]) -> PublisherSummary:
    counts = {verdict: sum(each.counts.get(verdict, 0) for each in publishers) for verdict in SHOWN_IN_ORDER}
    return PublisherSummary("All guides", sum(each.guides for each in publishers), counts)
