from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import F

from facts.models.history import History
from facts.models.natural import NaturalKey
from facts.units import Unit


class VersionConflict(Exception):  # noqa: N818 - what happened, rather than what went wrong
    """`row` changed since it was read; nothing was written."""

    def __init__(self, row: models.Model):
        self.row = row
        super().__init__(f"{row._meta.verbose_name} “{row}” was saved or removed by somebody else in the meantime.")


class Curated(NaturalKey):
    """Optimistic locking: `save()` raises VersionConflict."""

    version = models.PositiveIntegerField(
        default=1, editable=False, help_text="Counts the saves, so that two editors can meet."
    )

    history = History(inherit=True)

    class Meta:
        abstract = True

    @classmethod
    def unit_of(cls, field: str, values: Mapping[str, Any]) -> Unit | None:
        """Read from the row's values by field."""
        return None

    def save(self, *args: Any, **kwargs: Any) -> None:
        if fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*fields, "version"}
        super().save(*args, **kwargs)

    def _do_update(  # type: ignore[override]  # whatever else Django hands over goes on as it came
        self, base_qs: models.QuerySet, using: str | None, pk_val: Any, values: Any, *args: Any, **kwargs: Any
    ) -> Any:
        # Django's one place where a row's UPDATE is made: the version is checked and counted by the database in it.
        # A row that was built rather than read (a fixture's) has no version to check, and is told its new one.
        was_read = not self._state.adding
        expected = base_qs.filter(version=self.version) if was_read else base_qs
        updated = super()._do_update(expected, using, pk_val, self._counted(values), *args, **kwargs)
        if updated:
            self.version = self.version + 1 if was_read else base_qs.values_list("version", flat=True).get(pk=pk_val)
        elif was_read:
            raise VersionConflict(self)
        return updated

    def _counted(self, values: Any) -> Any:
        version = self._meta.get_field("version")
        return [value for value in values if value[0] is not version] + [(version, None, F("version") + 1)]
