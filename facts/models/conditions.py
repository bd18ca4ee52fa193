"""Conditions that constraints of several models share. A field without a value breaks none of them."""

from itertools import combinations

from django.db.models import F, Q


def in_order(*fields: str) -> Q:
    """That none of `fields` is above a later one, also where one between them has no value."""
    return Q(*[Q(**{f"{low}__lte": F(high)}) for low, high in combinations(fields, 2)])


def not_negative(*fields: str) -> Q:
    """That none of `fields` is below nought."""
    return Q(*[Q(**{f"{name}__gte": 0}) for name in fields])


def both_or_neither_in_order(start: str, end: str) -> Q:
    """That a span has a start and an end no earlier, or neither of the two."""
    neither = Q(**{f"{start}__isnull": True, f"{end}__isnull": True})
    both = Q(**{f"{start}__isnull": False, f"{end}__isnull": False})
    return neither | both & in_order(start, end)
