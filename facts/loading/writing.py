"""Rows of a fixture put into the database."""

from collections.abc import Iterable

from django.db import models

from facts.loading.linking import Stock
from facts.loading.row import Row

# Beyond any place in a list, and within what the smallest of integer fields holds.
OUT_OF_THE_WAY = 10_000


def write(row: Row) -> None:
    """Save the row, tied to the rows that it refers to, which are saved; ValidationError where `clean()` raises it.

    The rest of `full_clean()` is done already, field by field, or is done by the database's constraints.
    """
    tie(row)
    row.instance.clean()
    row.instance.save()
    for field, targets in row.ties.items():
        getattr(row.instance, field).set(targets)


def tie(row: Row) -> None:
    """Let the row's references take up the numbers of rows that were saved after they were made."""
    for field, name in row.one.items():
        if name and field not in row.unread:
            setattr(row.instance, field, getattr(row.instance, field))


def make_room(rows: Iterable[Row], stock: Stock) -> None:
    """Move rows whose place in a list changes out of each other's way, so that they can be saved one by one.

    Two steps that change places, or five that move up for a new one, would otherwise meet on their way.
    """
    for row in rows:
        present = stock[row.name]
        moved = {name for name in _places(row.model) if getattr(present, name) != getattr(row.instance, name)}
        if moved:
            away = {name: models.F(name) + OUT_OF_THE_WAY for name in moved}
            row.model._base_manager.filter(pk=present.pk).update(**away)


def _places(model: type[models.Model]) -> set[str]:
    unique = {name for constraint in model._meta.total_unique_constraints for name in constraint.fields}
    return {name for name in unique if isinstance(model._meta.get_field(name), models.PositiveSmallIntegerField)}
