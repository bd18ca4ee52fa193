from typing import Any

from django.db import models

from facts.models import Release
from ingest.releases.refusal import ImportRefused


class SharedRows:
    """Occupations, places or industries by natural key, and those that a load adds, hidden until it is ready.

    `pks` are the database's numbers, `made` the added rows, `names` what the load calls rows.
    """

    def __init__(self, model: type[models.Model], release: Release) -> None:
        self.model = model
        self._release = release
        rows = model.everything.values_list("pk", *model.natural_key_fields)
        self.pks: dict[tuple, int] = {tuple(key): pk for pk, *key in rows.iterator()}
        self.made: dict[tuple, models.Model] = {}
        self.names: dict[tuple, str] = {}
        self._waiting: list[models.Model] = []

    def __contains__(self, key: tuple) -> bool:
        return key in self.pks or key in self.made

    def add(self, row: models.Model, *, in_passing: bool = False) -> None:
        """Add `row` unless its key is there. Parents come first; a row mentioned `in_passing` gives no name."""
        key = row.natural_key()
        if not in_passing:
            self.name(key, getattr(row, row.name_field))
        if key not in self:
            row.arriving_with = self._release
            self.made[key] = row
            self._waiting.append(row)

    def name(self, key: tuple, name: str) -> None:
        self.names.setdefault(key, name)

    def as_parent(self, key: tuple) -> dict[str, Any]:
        return {"parent": self.made[key]} if key in self.made else {"parent_id": self.pks[key]}

    def check(self) -> None:
        if missing := set(self.pks.values()) - set(self.model.everything.values_list("pk", flat=True)):
            name = self.model._meta.verbose_name_plural
            raise ImportRefused(f"{len(missing)} {name} were removed while the file was read; import it again.")

    def take(self) -> list[models.Model]:
        taken, self._waiting = self._waiting, []
        return taken

    def create(self, rows: list[models.Model]) -> None:
        while rows:
            ready = [row for row in rows if _parent_is_there(row)]
            self.model.everything.bulk_create(ready, batch_size=500)
            self.pks |= {row.natural_key(): row.pk for row in ready}
            rows = [row for row in rows if row.pk is None]


def _parent_is_there(row: models.Model) -> bool:
    parent = row._state.fields_cache.get("parent")
    return parent is None or parent.pk is not None
