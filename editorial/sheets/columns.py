from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from django import forms
from django.db import models

from editorial.sheets.cells import cell_of, key_of, plain_cell, value_of

ROW, VERSION = "row", "version"


def with_references(rows: models.QuerySet) -> models.QuerySet:
    one = [path for field in rows.model._meta.concrete_fields if field.is_relation for path in _to_key(field)]
    many = [field.name for field in rows.model._meta.many_to_many]
    return rows.select_related(*one).prefetch_related(*many) if one else rows.prefetch_related(*many)


def _to_key(field: models.Field) -> Iterator[str]:
    yield field.name
    for path in getattr(field.related_model, "natural_key_fields", ()):
        if "__" in path:
            yield f"{field.name}__{path.rpartition('__')[0]}"


class RecordColumns:
    """Every field of a model that nobody edits."""

    def __init__(self, model: type[models.Model], *, without: Iterable[str] = ()) -> None:
        written = [field for field in model._meta.concrete_fields if not isinstance(field, models.BinaryField)]
        self.fields = [field for field in written if field.name not in without]

    @property
    def header(self) -> list[str]:
        return [field.name for field in self.fields]

    def with_references(self, rows: models.QuerySet) -> models.QuerySet:
        return with_references(rows)

    def written(self, rows: Iterable[models.Model]) -> Iterator[list[str]]:
        for row in rows:
            yield [plain_cell(getattr(row, field.name)) for field in self.fields]


class SheetColumns:
    """The fields of the forms `changing` and `adding`; in a row that is there, those of `adding` alone only tell."""

    def __init__(
        self, model: type[models.Model], changing: type[forms.ModelForm], adding: type[forms.ModelForm]
    ) -> None:
        self.model, self.changing, self.adding = model, changing, adding
        self.fields = {name: field for name, field in adding.base_fields.items() if name not in adding.not_of_the_row}

    def with_references(self, rows: models.QuerySet) -> models.QuerySet:
        return with_references(rows)

    @property
    def header(self) -> list[str]:
        return [ROW, VERSION, *self.fields]

    def written(self, rows: Iterable[models.Model]) -> Iterator[list[str]]:
        for row in rows:
            cells = self.cells_of(row)
            yield [key_of(row), str(row.version), *(cells[name] for name in self.fields)]

    def cells_of(self, row: models.Model) -> dict[str, str]:
        return {name: cell_of(field, self._value(row, name, field)) for name, field in self.fields.items()}

    def _value(self, row: Any, name: str, field: Any) -> Any:
        if isinstance(field, forms.ModelMultipleChoiceField):
            return getattr(row, name).all()
        if isinstance(field, forms.ModelChoiceField):
            return getattr(row, name)
        return self.model._meta.get_field(name).value_from_object(row)

    def sent(self, name: str, cell: str) -> Any:
        """Raises ValidationError."""
        return value_of(self.fields[name], cell, self._known.get(name, {}))

    @cached_property
    def _known(self) -> dict[str, dict[str, int]]:
        references = {name: field for name, field in self.fields.items() if isinstance(field, forms.ModelChoiceField)}
        by_model: dict = {}
        for field in references.values():
            by_model.setdefault(field.queryset.model, None)
        for model in by_model:
            related = [path.rpartition("__")[0] for path in model.natural_key_fields if "__" in path]
            rows = model._default_manager.select_related(*related) if related else model._default_manager.all()
            by_model[model] = {key_of(row): row.pk for row in rows}
        return {name: by_model[field.queryset.model] for name, field in references.items()}
