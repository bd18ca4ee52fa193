"""What is stored with each edition. `api` registers the writer of guides, `explore` what makes job documents."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.db import transaction

from facts.models.edition import Edition
from facts.models.frozen_guide import FrozenGuide

#: Gives, for what an act has touched (careers by slug, and rows by model and number), the guides that this changed,
#: each as JSON by its career's slug, and None for a career that is gone.
Writer = Callable[[set[str], Iterable[tuple[type, int]]], dict[str, bytes | None]]

#: Is told the careers, by slug, that an edition has touched, as soon as it is out.
Follower = Callable[[set[str]], None]

_writers: list[Writer] = []
_followers: list[Follower] = []
_unfrozen: ContextVar[bool] = ContextVar("unfrozen", default=False)

#: Gives a row as the API gives it; None for one that it does not give.
RowWriter = Callable[[Any], dict | None]

_row_writers: list[RowWriter] = []


def written_by(writer: Writer) -> None:
    if writer not in _writers:
        _writers.append(writer)


def followed_by(follower: Follower) -> None:
    if follower not in _followers:
        _followers.append(follower)


@contextmanager
def unfrozen() -> Iterator[None]:
    """Whatever is read inside is read from the rows, which are not as published there."""
    token = _unfrozen.set(True)
    try:
        yield
    finally:
        _unfrozen.reset(token)


def is_unfrozen() -> bool:
    return _unfrozen.get()


def rows_written_by(writer: RowWriter) -> None:
    if writer not in _row_writers:
        _row_writers.append(writer)


def document_of(row: Any) -> dict | None:
    return next((document for writer in _row_writers if (document := writer(row)) is not None), None)


def freeze(edition: Edition, careers: set[str], touched: Iterable[tuple[type, int]]) -> None:
    for writer in _writers:
        FrozenGuide.objects.bulk_create(
            (
                FrozenGuide(edition=edition, career_slug=slug, document=document)  # type: ignore[misc]  # a property
                for slug, document in writer(careers, touched).items()
            ),
            batch_size=100,
        )
    for follower in _followers:
        transaction.on_commit(partial(follower, careers), robust=True)
