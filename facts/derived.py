"""Tables computed from published rows, brought up to date in the act that publishes. `explore` registers its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

if TYPE_CHECKING:
    from facts.actions import Publication

Update = Callable[["Publication"], None]
Renewal = Callable[[], None]

_tables: dict[Update, Renewal] = {}


@dataclass
class PutOff:
    """While acts follow each other: whether the next is the last, and whether the tables are behind."""

    is_last: bool = False
    is_behind: bool = False

    def caught_up(self) -> None:
        self.is_behind = False


_put_off: ContextVar[PutOff | None] = ContextVar("put_off", default=None)


def updated_by(update: Update, renewal: Renewal) -> None:
    """`update` computes what a publication may make a difference to, `renewal` everything."""
    _tables[update] = renewal


def update_derived(publication: Publication) -> None:
    waiting = _put_off.get()
    if waiting is None:
        for update in _tables:
            update(publication)
    elif waiting.is_last:
        renew_derived()
        transaction.on_commit(waiting.caught_up)
    else:
        waiting.is_behind = True


def renew_derived() -> None:
    for renewal in _tables.values():
        renewal()


@contextmanager
def put_off() -> Iterator[PutOff]:
    """Acts inside leave the tables as they are: all is computed anew in the last one, or at the end.

    Whoever knows the last one says so: then nobody ever meets its edition with tables that are behind. One inside
    another is a part of it.
    """
    if whole := _put_off.get():
        yield whole
        return
    waiting = PutOff()
    token = _put_off.set(waiting)
    try:
        yield waiting
    finally:
        _put_off.reset(token)
        if waiting.is_behind:
            with transaction.atomic():
                renew_derived()
