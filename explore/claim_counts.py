"""Claims counted in one query, for all that is said of their numbers."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from django.db.models import Count

from explore.models import ClaimTotal
from explore.models.checked_claim import CheckedClaimQuerySet


class CountedClaims(NamedTuple):
    publisher: str
    verdict: str
    quantity: str
    total: int


COUNTED = CountedClaims._fields[:-1]


class ClaimCounts:
    """Of all claims by what is kept of them, of some by reading them."""

    def __init__(self, claims: CheckedClaimQuerySet | None = None) -> None:
        kept = ClaimTotal.objects.of_claims().values_list(*COUNTED, "claims")
        counts = kept if claims is None else claims.order_by().values_list(*COUNTED).annotate(count=Count("pk"))
        self.groups = [CountedClaims(*group) for group in counts]

    def by(self, name: str, narrowed: Mapping[str, Collection[str]]) -> dict[str, int]:
        """Of those that pass the other filters, the most first."""
        counts: Counter[str] = Counter()
        for group in self._passing({other: codes for other, codes in narrowed.items() if other != name}):
            counts[getattr(group, name)] += group.total
        return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))

    def _passing(self, narrowed: Mapping[str, Collection[str]]) -> Iterator[CountedClaims]:
        wanted = {name: codes for name, codes in narrowed.items() if name in COUNTED}
        return (group for group in self.groups if all(getattr(group, name) in wanted[name] for name in wanted))
