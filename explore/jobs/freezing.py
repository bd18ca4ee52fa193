"""Freezing the documents of all jobs at once, and letting go of old ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from explore.jobs.frozen import current_number, keep, key_of, maker
from explore.jobs.identity import JobAddress, addresses_of
from explore.jobs.listing import all_jobs
from explore.jobs.reading import read_jobs
from explore.jobs.standing import Changes, changes_between
from facts.models import FrozenJob

AT_ONCE = 100
"""How many jobs are read in one go, each with some 600 rows."""


@dataclass(frozen=True, slots=True)
class Freezing:
    """How many documents stand as they were, how many were made, how many old ones were deleted."""

    standing: int = 0
    made: int = 0
    pruned: int = 0


def freeze_jobs() -> Freezing:
    """Make the documents of all jobs that have none for the newest edition. The next edition ends it."""
    number = current_number()
    if number is None:
        return Freezing()
    addresses = {key_of(address.job): address for address in addresses_of(all_jobs())}
    newest = FrozenJob.objects.defer("packed").newest(addresses)
    changes = changes_between(min((row.last for row in newest.values()), default=0), number)
    standing = {row.job: row.pk for row in newest.values() if _stands(row, changes)}
    FrozenJob.objects.filter(pk__in=standing.values()).update(last=number)
    missing = [address for job, address in addresses.items() if job not in standing]
    made = sum(_freeze(some, number, changes) for some in _batches(missing))
    return Freezing(len(standing), made, prune(number))


def prune(number: int) -> int:
    """Delete documents that stood last so many editions before this one that they need not be kept."""
    if not settings.KEPT_EDITIONS:
        return 0
    return FrozenJob.objects.past(number - settings.KEPT_EDITIONS).delete()[0]


def _stands(row: FrozenJob, changes: Changes) -> bool:
    return row.made_by == maker() and changes.newest_for(row.job, row.names) <= row.last


def _freeze(addresses: Sequence[JobAddress], number: int, changes: Changes) -> int:
    documents = [(key_of(each.job), document) for each, document in zip(addresses, read_jobs(addresses), strict=True)]
    if current_number() != number:
        return 0
    with transaction.atomic():
        keep(documents, number, FrozenJob.objects.newest(job for job, _ in documents), changes)
    return len(documents)


def _batches(addresses: Sequence[JobAddress]) -> Iterator[Sequence[JobAddress]]:
    return (addresses[first : first + AT_ONCE] for first in range(0, len(addresses), AT_ONCE))
