"""Rows that fixtures name by what they are called rather than by a number."""

from django.db import models


class NaturalKeyManager(models.Manager):
    """Find a row by its model's `natural_key_fields`, as Django's deserialiser asks for it."""

    def get_by_natural_key(self, *values):
        """The row whose natural key is `values`; raises the model's DoesNotExist."""
        return self.get(**dict(zip(self.model.natural_key_lookups(), values, strict=True)))  # type: ignore[attr-defined]


class NaturalKey(models.Model):
    """A row with a natural key: the values of `natural_key_fields`, which may span relations by "__"."""

    natural_key_fields: tuple[str, ...] = ("key",)

    class Meta:
        abstract = True

    @classmethod
    def natural_key_lookups(cls) -> tuple[str, ...]:
        """The lookups that find a row by its natural key, in order."""
        return cls.natural_key_fields

    def natural_key(self) -> tuple:
        """The row's natural key: one value for each of `natural_key_fields`."""
        return tuple(_follow(self, path) for path in self.natural_key_fields)


def _follow(row, path):
    for name in path.split("__"):
        row = getattr(row, name)
    return row
