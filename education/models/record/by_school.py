"""Rows about a school, by its number in IPEDS: each school is in some releases and not in others."""

from typing import Any, Self

from django.db.models import Exists, OuterRef, Subquery

from facts.models.released import ReleasedQuerySet

NEWEST_FIRST = ("-release__period_end", "-release__slug")


class BySchoolQuerySet(ReleasedQuerySet):
    def newest_of_each(self) -> Self:
        """Of each school the row of the newest release that has it."""
        same = self.filter(unit_id=OuterRef("unit_id"))
        return self.filter(~Exists(same.filter(release__period_end__gt=OuterRef("release__period_end"))))

    def value_at(self, unit_id: Any, field: str) -> Subquery:
        """A field of the newest row of a school."""
        rows = self.filter(unit_id=unit_id).order_by(*NEWEST_FIRST)
        return Subquery(rows.values(field)[:1])
