"""The controls with which a page offers a filter."""

from collections.abc import Iterator, Mapping
from functools import partial

from django import forms
from django.db.models import QuerySet

ANY = ("", "Any")


class WordSelect(forms.Select):
    """One of a fixed set of words, or any."""

    def __init__(self, labels: Mapping[str, str]):
        super().__init__(choices=[ANY, *labels.items()])


class RowSelect(forms.Select):
    """One of a queryset's rows, or any; the rows are read when the control is drawn."""

    def __init__(self, rows: QuerySet, by: str):
        super().__init__(choices=partial(_options, rows, by))  # type: ignore[arg-type]  # Django calls it


def _options(rows, by) -> Iterator[tuple[str, str]]:
    yield ANY
    for row in rows.all():
        yield getattr(row, by), str(row)
