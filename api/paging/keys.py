from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, OrderBy, Q

NONE = Q(pk__in=[])


@dataclass(frozen=True, slots=True)
class Key:
    """Nulls come last in both directions."""

    column: str
    descending: bool = False
    nullable: bool = True

    def order(self, backwards: bool) -> OrderBy:
        # A column that is never null says nothing of nulls: SQLite would leave its index aside for it.
        empty = {"nulls_first" if backwards else "nulls_last": True} if self.nullable else {}
        return F(self.column).desc(**empty) if self.descending != backwards else F(self.column).asc(**empty)

    def at(self, value: object) -> Q:
        return Q(**{f"{self.column}__isnull": True}) if value is None else Q(**{self.column: value})

    def beyond(self, value: object, backwards: bool) -> Q:
        empty = Q(**{f"{self.column}__isnull": True})
        if value is None:
            return ~empty if backwards else NONE
        further = Q(**{f"{self.column}__{'lt' if self.descending != backwards else 'gt'}": value})
        return further if backwards or not self.nullable else further | empty


def beyond(keys: Sequence[Key], values: Sequence, backwards: bool) -> Q:
    """Beyond by one key, equal by all keys before it."""
    condition, equal = NONE, Q()
    for key, value in zip(keys, values, strict=True):
        condition |= equal & key.beyond(value, backwards)
        equal &= key.at(value)
    return condition
