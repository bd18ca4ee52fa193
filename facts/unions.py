from collections.abc import Sequence

from django.db.models import QuerySet


def united(queries: Sequence[QuerySet], *, every: bool = False) -> QuerySet:
    """Unordered; `every` keeps duplicates.

    Django 6.1 would use the first model's order.
    """
    first, *others = queries
    return first.union(*others, all=every).order_by()
