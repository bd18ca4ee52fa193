"""Each row of a sheet taken through the form of its row: what it would change, and what is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.http import QueryDict

from editorial.admin.conflict import fill_in
from editorial.sheets.cells import key_of
from editorial.sheets.columns import Columns, with_references
from editorial.sheets.reading import Line
from facts.models import Correction, VersionConflict

Save = Callable[[Any, Any, bool], None]


@dataclass
class Taken:
    """What came of a row of the sheet: `kind` is "new", "changed", "same" or "refused"."""

    line: Line
    kind: str = "same"
    title: str = ""
    differences: list[tuple[str, str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    restates: bool = False


def take(lines: list[Line], columns: Columns, save: Save) -> list[Taken]:
    """Take every row through its form, in order, and let `save` (a row, its form, whether it was there) save it.

    A row that is refused is not saved, and says why; what the others became stands in the database, for whoever calls
    to keep or to undo.
    """
    present = {key_of(row): row for row in _rows(columns.model, lines)}
    return [_taken(line, present.get(line.key), columns, save) for line in lines]


def _rows(model, lines):
    wanted = {line.key for line in lines if line.key}
    return [row for row in with_references(model._default_manager.all()) if key_of(row) in wanted]


def _taken(line, row, columns, save) -> Taken:
    taken = Taken(line, title=str(row) if row else line.key or "a new row")
    if row is None and (line.key or line.version):
        return _refused(taken, f"There is no row “{line.key}” any more. For a new one leave row and version empty.")
    before = columns.said(row) if row else {}
    try:
        form = _form(line, row, columns, before)
    except ValidationError as error:
        return _refused(taken, *error.messages)
    if not form.is_valid():
        return _refused(taken, *_problems(form))
    if row and not form.has_changed():
        return taken
    try:
        with transaction.atomic():
            save(form.save(commit=False), form, bool(row))
    except (IntegrityError, VersionConflict) as error:
        return _refused(taken, str(error))
    after = columns.said(type(form.instance)._base_manager.get(pk=form.instance.pk))
    taken.doubts = [f"{name}: {words}" for name, words in getattr(form, "doubts", ())]
    taken.restates = getattr(form, "restates", False)
    taken.kind, taken.title = "changed" if row else "new", str(form.instance)
    taken.differences = [
        (name, *(_told(columns.model, name, said) for said in (before, after)))
        for name in columns.fields
        if before.get(name, "") != after[name]
    ]
    return taken


def _told(model, name, said: dict[str, str]) -> str:
    """What the row says in the column; a number with its unit."""
    cell, unit = said.get(name, ""), model.unit_of(name, said)
    return unit.say(Decimal(cell)) if cell and unit else cell


def _refused(taken, *problems):
    taken.kind, taken.problems = "refused", list(problems)
    return taken


def _form(line: Line, row: models.Model | None, columns: Columns, before: dict[str, str]):
    """The row's form, as if a browser had sent what the sheet says."""
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


def _put(data, name, columns, cell):
    try:
        sent = columns.sent(name, cell)
    except ValidationError as error:
        raise ValidationError([f"{name}: {message}" for message in error.messages]) from error
    data.setlist(name, sent if isinstance(sent, list) else [sent])


def _problems(form):
    for name, messages in form.errors.items():
        for message in messages:
            yield message if name == NON_FIELD_ERRORS else f"{name}: {message}"
