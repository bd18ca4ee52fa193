"""How earlier loads left each row."""

import json
from collections.abc import Iterable

from django.apps import apps
from django.db.models import Q

from facts.loading.name import Name
from facts.models import LoadedRow


class Ledger:
    """The entries for the rows of a file, as they stand, and what is to be written into them."""

    def __init__(self, file: str, names: Iterable[Name]):
        labels = {name.label for name in names}
        entries = LoadedRow.objects.filter(Q(file=file) | Q(model__in=labels))
        self._file = file
        self._entries = {(entry.model, entry.key): entry for entry in entries}
        self._written: list[LoadedRow] = []

    def digest_of(self, name: Name) -> str | None:
        """The digest of the row as a load left it; None where none has."""
        entry = self._entries.get(_place(name))
        return entry.digest if entry else None

    def names(self) -> list[Name]:
        """The rows that loads of this file have left."""
        ours = [entry for entry in self._entries.values() if entry.file == self._file]
        return [Name(apps.get_model(entry.model), tuple(json.loads(entry.key))) for entry in ours]

    def write(self, name: Name, digest: str) -> None:
        """Note that this file leaves the row so; nothing is done where that stands there already."""
        model, key = _place(name)
        entry = LoadedRow(model=model, key=key, file=self._file, digest=digest)
        standing = self._entries.get((model, key))
        if standing is None or (standing.file, standing.digest) != (entry.file, entry.digest):
            self._written.append(entry)

    def strike(self, names: Iterable[Name]) -> None:
        """Forget the rows: what is done with them is no longer a fixture's business."""
        struck = [self._entries[_place(name)].pk for name in names]
        if struck:
            LoadedRow.objects.filter(pk__in=struck).delete()

    def save(self) -> None:
        """Put what was noted into the database."""
        LoadedRow.objects.bulk_create(
            self._written,
            batch_size=500,
            update_conflicts=True,
            unique_fields=["model", "key"],
            update_fields=["file", "digest"],
        )


def _place(name: Name) -> tuple[str, str]:
    return name.label, name.key_text
