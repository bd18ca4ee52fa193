"""Which release speaks last of something, where several do."""

from typing import TypeVar

from django.db.models import F, QuerySet, Subquery

Rows = TypeVar("Rows", bound=QuerySet)


def of_newest_release(rows: Rows) -> Rows:
    """Those of `rows` that are of the newest release among them, still in one query; none where there are none."""
    order = (F("release__period_end").desc(nulls_last=True), "-release__slug", "-release")
    newest = rows.order_by(*order).values("release")[:1]
    return rows.filter(release=Subquery(newest))
