"""Shared constraints. Null satisfies all of them."""

from itertools import combinations

from django.db.models import F, Q


def in_order(*fields: str) -> Q:
    """Fields in ascending order, ignoring nulls."""
    return Q(*[Q(**{f"{low}__lte": F(high)}) for low, high in combinations(fields, 2)])


def not_negative(*fields: str) -> Q:
    return Q(*[Q(**{f"{name}__gte": 0}) for name in fields])


def both_or_neither_in_order(start: str, end: str) -> Q:
    """Start and end both set, in order, or both null."""
    neither = Q(**{f"{start}__isnull": True, f"{end}__isnull": True})
    both = Q(**{f"{start}__isnull": False, f"{end}__isnull": False})
    return neither | both & in_order(start, end)


def http_or_blank(*fields: str) -> Q:
    """Addresses that a page may link. Blind to case, as SQLite compares."""
    return Q(
        *[
            Q(**{name: ""}) | Q(**{f"{name}__istartswith": "https://"}) | Q(**{f"{name}__istartswith": "http://"})
            for name in fields
        ]
    )
