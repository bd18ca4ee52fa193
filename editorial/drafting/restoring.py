"""Removed rows brought back, and editions undone, from the history of rows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError, RestrictedError

from editorial.drafting.removal import removed_with
from facts.actions import Publication
from facts.differences import said_by
from facts.models import Change, Curated, Edition
from facts.values import put, tie, values_of

MOST_CHANGES = 2_000
Row = tuple[type[models.Model], int]
Problems = list[str]
"""What could not be done, in words."""


class CannotUndo(Exception):  # noqa: N818 - an answer rather than a mistake
    """The edition is not one that is undone row by row, for this reason in words."""


@dataclass(frozen=True)
class _Step:
    """Something to be done with the row of a change; raises where it does not fit yet."""

    change: Change
    act: Callable[[], None]


def is_back(change: Change) -> bool:
    return model_of(change)._base_manager.filter(pk=change.row).exists()


def model_of(change: Change) -> Any:
    return apps.get_model(change.model)


def can_be_restored(change: Change) -> bool:
    return change.row is not None and issubclass(model_of(change), Curated) and not is_back(change)


def went_with(change: Change) -> list[Change]:
    """The rows that the same edition removed because they belong to this one or to each other, in its order."""
    others = list(change.edition.changes.removals().exclude(pk=change.pk).filter(row__isnull=False).order_by("pk"))
    entries = [(other, _last_entry(other)) for other in others if issubclass(model_of(other), Curated)]
    restored: set[Row] = {(model_of(change), change.row)}  # type: ignore[arg-type]
    found: dict[int, Change] = {}
    while new := [one for one, entry in entries if one.pk not in found and entry and restored & _references(entry)]:
        found |= {one.pk: one for one in new}
        restored |= {(model_of(one), one.row) for one in new}  # type: ignore[misc]
    return [other for other in others if other.pk in found]


def restore(changes: Iterable[Change], publication: Publication) -> Problems:
    """Bring back what these changes removed, with its numbers and keys."""
    return _run([_Step(change, _restoring(change, publication)) for change in changes])


def undo(edition: Edition, publication: Publication) -> Problems:
    """Raises CannotUndo. What was changed again since stays as it is, and is named."""
    changes = changes_to_undo(edition)
    acts = {Change.Kind.CREATED: _removing, Change.Kind.CHANGED: _reverting, Change.Kind.REMOVED: _restoring}
    order = [Change.Kind.REMOVED, Change.Kind.CHANGED, Change.Kind.CREATED]
    steps = [_Step(one, acts[Change.Kind(one.kind)](one, publication)) for kind in order for one in changes[kind]]
    return _run(steps)


def changes_to_undo(edition: Edition) -> dict[str, list[Change]]:
    """By kind; what was added last comes first. Raises CannotUndo."""
    changes = list(edition.changes.select_related("edition").order_by("pk")[: MOST_CHANGES + 1])
    if edition.act == Edition.Act.IMPORT:
        raise CannotUndo("An import is undone by withdrawing its release.")
    if len(changes) > MOST_CHANGES:
        raise CannotUndo(f"It changed more than {MOST_CHANGES:,} rows.")
    if any(change.row is None or not issubclass(model_of(change), Curated) for change in changes):
        raise CannotUndo("It changed rows of which no history is kept.")
    by_kind = {kind: [change for change in changes if change.kind == kind] for kind in Change.Kind.values}
    by_kind[Change.Kind.CREATED].reverse()
    return by_kind


def _run(steps: list[_Step]) -> Problems:
    """What does not fit is tried again after the others: a row may need another that comes later."""
    waiting, problems = steps, {}
    while waiting:
        problems = {step: words for step in waiting if (words := _problem_of(step))}
        if len(problems) == len(waiting):
            break
        waiting = list(problems)
    return [f"“{step.change.title}”: {words}" for step, words in problems.items()]


def _problem_of(step: _Step) -> str:
    try:
        with transaction.atomic():
            step.act()
    except ValidationError as error:
        return " ".join(error.messages)
    except (ProtectedError, RestrictedError):
        return "Other rows refer to it by now."
    except IntegrityError:
        return "It does not fit what is there now."
    return ""


def _restoring(change: Change, publication: Publication) -> Callable[[], None]:
    def act() -> None:
        if is_back(change):
            return
        entry = _last_entry(change)
        if entry is None:
            raise ValidationError("Its history has no version of it.")
        row, values = model_of(change)(pk=change.row), said_by(entry)
        put(row, values)
        _need_what_it_refers_to(entry)
        row.full_clean()
        row.save(force_insert=True)
        tie(row, values)
        publication.created(row)

    return act


def _need_what_it_refers_to(entry: Any) -> None:
    """Raises ValidationError."""
    for model, number in _references(entry):
        if number and not model._base_manager.filter(pk=number).exists():
            gone = Change.objects.removals().filter(model=model._meta.label_lower, row=number).order_by("-pk").first()
            if gone:
                raise ValidationError(f"It belongs to “{gone.title}”, which was removed as well. Restore that first.")


def _removing(change: Change, publication: Publication) -> Callable[[], None]:
    def act() -> None:
        row = model_of(change)._base_manager.filter(pk=change.row).first()
        if row is None:
            return
        length = publication.length()
        try:
            for one in removed_with([row]):
                publication.removed(one)
            row.delete()
        except (ProtectedError, RestrictedError):
            publication.cut(length)
            raise

    return act


def _reverting(change: Change, publication: Publication) -> Callable[[], None]:
    def act() -> None:
        row = model_of(change)._base_manager.filter(pk=change.row).first()
        if row is None:
            raise ValidationError("It was removed since.")
        values = _values_before(change, values_of(row))
        if values:
            put(row, values)
            row.full_clean()
            row.save()
            tie(row, values)
            publication.changed(row)

    return act


def _values_before(change: Change, now: dict[str, Any]) -> dict[str, Any]:
    """Of the fields that the edition changed and nobody has since. Raises ValidationError where there are none."""
    entries = (_last_entry(change, before=change.edition.begun_at), _last_entry(change, until=True))
    if None in entries:
        raise ValidationError("Its history does not tell what it said before.")
    before, after = map(said_by, entries)
    changed = [name for name in now if name in before and before[name] != after.get(name)]
    kept = {name: before[name] for name in changed if now[name] == after[name]}
    if changed and not kept:
        raise ValidationError("It was changed again since.")
    return kept


def _last_entry(change: Change, *, before: datetime | None = None, until: bool = False) -> Any:
    """The last version in its history: of all, `before` a moment, or `until` the change’s edition."""
    entries = model_of(change).history.filter(id=change.row).exclude(history_type="-")
    if before:
        entries = entries.filter(history_date__lt=before)
    if until or change.kind == Change.Kind.REMOVED:
        entries = entries.filter(history_date__lte=change.edition.published_at)
    return entries.order_by("-history_id").first()


def _references(entry: Any) -> set[Row]:
    row = entry.instance
    relations = [field for field in row._meta.concrete_fields if field.is_relation]
    return {(field.remote_field.model, getattr(row, field.attname)) for field in relations}
