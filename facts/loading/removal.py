"""Rows that a fixture had once and has no more."""

from collections.abc import Iterable, Iterator
from itertools import chain

from django.db import models, router
from django.db.models.deletion import Collector, ProtectedError

from facts.actions import Publication
from facts.loading.ledger import Ledger
from facts.loading.linking import Stock
from facts.loading.name import Name
from facts.loading.says import digest, says_in_database
from facts.models.natural import NaturalKey


class Removal:
    """The removing of rows that left their file, those that nothing rests on first.

    What an editor has changed since stays, and so does what another row rests on; `kept` says which and why.
    """

    def __init__(self, names: Iterable[Name], stock: Stock, ledger: Ledger):
        left = list(names)
        self._ledger = ledger
        self._edited = [name for name in left if name in stock and not _is_as_left(stock[name], ledger, name)]
        self._settled = [name for name in left if name not in stock] + self._edited
        self._waiting = {name: stock[name] for name in left if name in stock and name not in self._edited}
        self.removed = 0

    def sweep(self, publication: Publication) -> None:
        """Remove what nothing rests on, until there is no more of it."""
        while free := [name for name, row in self._waiting.items() if _resting_on(row) is None]:
            for name in free:
                row = self._waiting.pop(name)
                publication.removed(row)
                row.delete()
            self._settled += free
            self.removed += len(free)

    def settle(self) -> None:
        """Take what is gone, and what is the editors' now, out of the ledger."""
        self._ledger.strike(self._settled)

    @property
    def kept(self) -> list[str]:
        """The rows that stay although the file has them no more."""
        edited = [f"{name} (no longer in the file, and edited)" for name in self._edited]
        needed = [f"{name} (no longer in the file, but {_resting_on(row)})" for name, row in self._waiting.items()]
        return edited + needed


def _is_as_left(row: NaturalKey, ledger: Ledger, name: Name) -> bool:
    return digest(says_in_database(row)) == ledger.digest_of(name)


def _resting_on(row: NaturalKey) -> str | None:
    """Which row would go with this one, or keeps it from going: "careers.rung “Clerk” rests on it"; None for none."""
    other = next(_others_going(row), None)
    return f"{other._meta.label_lower} “{other}” rests on it" if other else None


def _others_going(row: NaturalKey) -> Iterator[models.Model]:
    collector = Collector(using=router.db_for_write(type(row)))
    try:
        collector.collect([row])
    except ProtectedError as error:
        yield from error.protected_objects
        return
    going = chain(*collector.data.values(), *collector.fast_deletes)
    # Its own ties to others go with it; others' ties to it are theirs.
    yield from (other for other in going if other != row and other._meta.auto_created is not type(row))
