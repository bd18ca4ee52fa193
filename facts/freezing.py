"""Guides stored with each edition. `api` registers the writer."""

from collections.abc import Callable, Iterable
from typing import Any

from facts.models.edition import Edition
from facts.models.frozen_guide import FrozenGuide

#: Gives, for what an act has touched (careers by slug, and rows by model and number), the guides that this changed,
#: each as JSON by its career's slug, and None for a career that is gone.
Writer = Callable[[set[str], Iterable[tuple[type, int]]], dict[str, bytes | None]]

#: Gives a row as the API gives it; None for one that it does not give.
RowWriter = Callable[[Any], dict | None]

_writers: list[Writer] = []
_row_writers: list[RowWriter] = []


def written_by(writer: Writer) -> None:
    if writer not in _writers:
        _writers.append(writer)


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
