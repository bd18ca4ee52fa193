"""Several queries as one."""

from collections.abc import Sequence

from django.db.models import QuerySet


def united(queries: Sequence[QuerySet], *, every: bool = False) -> QuerySet:
    """The rows of all `queries`, in no order; with `every` one that several of them have stands there as often.

    Left to itself, Django 6.1 takes the order of the first one's model, by columns that the rows may not have.
    """
    first, *others = queries
    return first.union(*others, all=every).order_by()
