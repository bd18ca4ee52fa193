from collections.abc import Iterator, Mapping
from functools import partial

from django import forms
from django.db.models import QuerySet

ANY = ("", "Any")


class WordSelect(forms.Select):
    def __init__(self, labels: Mapping[str, str]):
        super().__init__(choices=[ANY, *labels.items()])


class RowSelect(forms.Select):
    def __init__(self, rows: QuerySet, by: str):
        super().__init__(choices=partial(_options, rows, by))  # type: ignore[arg-type]  # Django calls it


def _options(rows: QuerySet, by: str) -> Iterator[tuple[str, str]]:
    yield ANY
    for row in rows.all():
        yield getattr(row, by), str(row)
