from typing import Any

from django.db import models


class NaturalKeyManager(models.Manager):
    """For Django's deserializer."""

    def get_by_natural_key(self, *values: object) -> models.Model:
        return self.get(**dict(zip(self.model.natural_key_lookups(), values, strict=True)))  # type: ignore[attr-defined]


class NaturalKey(models.Model):
    """Fields may span relations with "__"."""

    natural_key_fields: tuple[str, ...] = ("key",)

    class Meta:
        abstract = True

    @classmethod
    def natural_key_lookups(cls) -> tuple[str, ...]:
        return cls.natural_key_fields

    def natural_key(self) -> tuple:
        return tuple(_follow(self, path) for path in self.natural_key_fields)


def _follow(row: Any, path: str) -> Any:
    for name in path.split("__"):
        row = getattr(row, name)
    return row
