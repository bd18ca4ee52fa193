from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.http import QueryDict

from editorial.form_values import fill_in
from editorial.sheets.cells import key_of
from editorial.sheets.columns import SheetColumns, with_references
from editorial.sheets.reading import SheetLine
from facts.models import Correction, VersionConflict

Save = Callable[[Any, Any, bool], None]


@dataclass
class SheetResult:
    """`kind` is "new", "changed", "same" or "refused"."""

    line: SheetLine
    kind: str = "same"
    title: str = ""
    differences: list[tuple[str, str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    restates: bool = False


def apply_rows(lines: list[SheetLine], columns: SheetColumns, save: Save) -> list[SheetResult]:
    """Put every row through its form and let `save` (row, form, was there) save it. Refused rows are not saved."""
    present = {key_of(row): row for row in _rows(columns.model, lines)}
    return [_result_of(line, present.get(line.key), columns, save) for line in lines]


def _rows(model: type[models.Model], lines: Any) -> Any:
    wanted = {line.key for line in lines if line.key}
    return [row for row in with_references(model._default_manager.all()) if key_of(row) in wanted]


def _result_of(line: SheetLine, row: Any, columns: SheetColumns, save: Any) -> SheetResult:
    result = SheetResult(line, title=str(row) if row else line.key or "a new row")
    if row is None and (line.key or line.version):
        return _refused(result, f"There is no row “{line.key}” any more. For a new one leave row and version empty.")
    before = columns.cells_of(row) if row else {}
    try:
        form = _form(line, row, columns, before)
    except ValidationError as error:
        return _refused(result, *error.messages)
    if not form.is_valid():
        return _refused(result, *_problems(form))
    if row and not form.has_changed():
        return result
    try:
        with transaction.atomic():
            save(form.save(commit=False), form, bool(row))
    except (IntegrityError, VersionConflict) as error:
        return _refused(result, str(error))
    after = columns.cells_of(type(form.instance)._base_manager.get(pk=form.instance.pk))
    result.doubts = [f"{name}: {words}" for name, words in getattr(form, "doubts", ())]
    result.restates = getattr(form, "restates", False)
    result.kind, result.title = "changed" if row else "new", str(form.instance)
    result.differences = [
        (name, *(_in_words(columns.model, name, values) for values in (before, after)))
        for name in columns.fields
        if before.get(name, "") != after[name]
    ]
    return result


def _in_words(model: type[models.Model], name: str, values: dict[str, str]) -> str:
    cell, unit = values.get(name, ""), model.unit_of(name, values)
    return unit.say(Decimal(cell)) if cell and unit else cell


def _refused(result: Any, *problems: Any) -> Any:
    result.kind, result.problems = "refused", list(problems)
    return result


def _form(line: SheetLine, row: models.Model | None, columns: SheetColumns, before: dict[str, str]) -> Any:
    form_class = columns.changing if row else columns.adding
    blank = form_class(instance=row)
    data = QueryDict(mutable=True)
    for name in blank.fields:
        fill_in(data, blank[name], blank.get_initial_for_field(blank.fields[name], name))
    # Whoever takes a sheet over has seen every difference, and is asked once for all of them.
    data["sure"], data["correction_kind"] = "on", Correction.Kind.REVISION
    if row:
        data["version_read"] = line.version
    is_current = bool(row) and line.version == str(row.version)
    for name, cell in line.cells.items():
        if name in blank.fields and name in columns.fields and not (is_current and cell == before[name].strip()):
            _put(data, name, columns, cell)
        elif row and name in columns.fields and name not in blank.fields and cell != before[name].strip():
            raise ValidationError(f"{name} never changes: “{before[name]}” stays.")
    return form_class(data, instance=row)


def _put(data: Any, name: str, columns: SheetColumns, cell: str) -> None:
    try:
        sent = columns.sent(name, cell)
    except ValidationError as error:
        raise ValidationError([f"{name}: {message}" for message in error.messages]) from error
    data.setlist(name, sent if isinstance(sent, list) else [sent])


def _problems(form: Any) -> Iterator:
    for name, messages in form.errors.items():
        for message in messages:
            yield message if name == NON_FIELD_ERRORS else f"{name}: {message}"
