"""Keeps numbers of claims up to date: what goes and what comes is counted, and nothing else."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from explore.models import CheckedClaim, CheckedPublisher, ClaimCheck, ClaimTotal

KINDS = ("publisher", "verdict", "quantity")
NAMES = (*KINDS, "code", "title")
GUIDE = ("publisher", "source_slug")


@dataclass
class ClaimTally:
    """How many claims come, less those that go: by `NAMES`, with "" as the code of all, and by `GUIDE`."""

    totals: Counter[tuple[str, ...]] = field(default_factory=Counter)
    guides: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def take(self, claims: QuerySet[CheckedClaim]) -> None:
        """Call it before deleting."""
        checks = ClaimCheck.objects.filter(is_counted=True, claim__in=claims.order_by().values("address"))
        self.totals.subtract({(*kind, "", ""): count for kind, count in _counts(claims, *KINDS)})
        self.totals.subtract(dict(_counts(checks, *(f"claim__{name}" for name in KINDS), "code", "title")))
        self.guides.subtract(dict(_counts(claims, *GUIDE)))

    def add(self, claims: Iterable[CheckedClaim], checks: Iterable[ClaimCheck]) -> None:
        kinds = {}
        for claim in claims:
            kinds[claim.address] = kind = tuple(str(getattr(claim, name)) for name in KINDS)
            self.totals[*kind, "", ""] += 1
            self.guides[claim.publisher, claim.source_slug] += 1
        self.totals.update((*kinds[check.claim_id], check.code, check.title) for check in checks if check.is_counted)

    def write(self) -> None:
        _write_totals({key: count for key, count in self.totals.items() if count})
        _write_guides({guide: count for guide, count in self.guides.items() if count})


@contextmanager
def tally() -> Iterator[ClaimTally]:
    counted = ClaimTally()
    yield counted
    counted.write()


def _write_totals(change: dict[tuple[str, ...], int]) -> None:
    publishers, codes = {publisher for publisher, *_ in change}, {code for *_, code, _ in change}
    known = ClaimTotal.objects.filter(publisher__in=publishers, code__in=codes)
    rows = {tuple(getattr(row, name) for name in NAMES): row for row in known}
    for key, count in change.items():
        row = rows.setdefault(key, ClaimTotal(**dict(zip(NAMES, key, strict=True)), claims=0))
        row.claims += count
    changed = [rows[key] for key in change]
    ClaimTotal.objects.filter(pk__in=[row.pk for row in changed if not row.claims]).delete()
    ClaimTotal.objects.bulk_update([row for row in changed if row.pk and row.claims], ["claims"], batch_size=100)
    ClaimTotal.objects.bulk_create([row for row in changed if not row.pk], batch_size=100)


def _write_guides(change: dict[tuple[str, ...], int]) -> None:
    claims = CheckedClaim.objects.filter(source_slug__in={source for _, source in change})
    now = dict(_counts(claims, *GUIDE))
    guides: Counter[str] = Counter()
    for (publisher, source), count in change.items():
        after = now.get((publisher, source), 0)
        guides[publisher] += (after > 0) - (after > count)
    for publisher, count in guides.items():
        row = CheckedPublisher.objects.get_or_create(name=publisher, defaults={"guides": 0})[0]
        row.guides += count
        row.save() if row.guides else row.delete()


def _counts(rows: QuerySet, *columns: str) -> Iterator[tuple[tuple[str, ...], int]]:
    counts = rows.order_by().values_list(*columns).annotate(count=Count("pk"))
    return ((tuple(values), count) for *values, count in counts)
