from typing import TypeVar

from django.db.models import F, QuerySet, Subquery

Rows = TypeVar("Rows", bound=QuerySet)


def of_newest_release(rows: Rows) -> Rows:
    """Still one query."""
    order = (F("release__period_end").desc(nulls_last=True), "-release__slug", "-release")
    newest = rows.order_by(*order).values("release")[:1]
    return rows.filter(release=Subquery(newest))
