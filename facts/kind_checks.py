from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import Error
from django.core.exceptions import FieldDoesNotExist, FieldError

from facts.kinds import Composite, StatementKind, kinds
from facts.models import Statement

TEXTS = ("slug", "one", "heading", "chapter", "about", "about_one", "fields", "address", "identified_by")
QUERIES = ("published", "with_words")


def check_kinds(**kwargs: Any) -> list[Error]:
    return [*_unregistered(), *_shared_names(), *(error for kind in kinds() for error in kind_errors(kind))]


def kind_errors(kind: StatementKind) -> Iterator[Error]:
    if missing := [name for name in TEXTS if not getattr(kind, name)]:
        yield _error(kind, f"has no {', no '.join(missing)}", "facts.E002")
    yield from _unknown_fields(kind)
    yield from _unknown_columns(kind)
    needed = (*QUERIES, *(["for_career", "for_careers", "without_our_word"] if kind.is_of_careers else []))
    for name in needed:
        if not hasattr(kind.model._default_manager, name):
            yield _error(kind, f"cannot be read: its objects have no {name}()", "facts.E005")
    if kind.checked_by and not any(other.slug == kind.checked_by and other.record for other in kinds()):
        yield _error(kind, f"is checked by “{kind.checked_by}”, which is no kind of the record", "facts.E006")


def _unregistered() -> Iterator[Error]:
    known = {kind.model for kind in kinds()}
    for model in apps.get_models():
        if issubclass(model, Statement) and model not in known:
            message = f"{model.__name__} is a statement of no kind, so that no door shows it."
            yield Error(message, hint=f"Register one in {model._meta.app_label}/kinds.py.", obj=model, id="facts.E001")


def _shared_names() -> Iterator[Error]:
    ones = [kind.one for kind in kinds()]
    for kind in kinds():
        if ones.count(kind.one) > 1:
            yield _error(kind, f"shares the name of its rows, “{kind.one}”, with another", "facts.E007")


def _unknown_fields(kind: StatementKind) -> Iterator[Error]:
    for each in kind.fields:
        for name in [column for _, column, _ in each.parts] if isinstance(each, Composite) else [each]:
            if not (hasattr(kind.model, name) or _is_column(kind, name)):
                yield _error(kind, f"shows a field “{name}”, which its model does not have", "facts.E003")


def _unknown_columns(kind: StatementKind) -> Iterator[Error]:
    narrowed = (each.column or each.name for each in kind.narrowings if not each.narrow)
    for column in (*narrowed, *kind.ordering.values(), *kind.address.values()):
        if not _is_column(kind, column):
            yield _error(
                kind, f"is narrowed, ordered or found by “{column}”, which its model does not have", "facts.E004"
            )


def _is_column(kind: StatementKind, column: str) -> bool:
    try:
        kind.rows().filter(**{f"{column}__isnull": True})
    except (FieldError, FieldDoesNotExist):
        return False
    return True


def _error(kind: StatementKind, what: str, number: str) -> Error:
    label = kind.model._meta.label
    return Error(f"The kind of {label} {what}.", hint=f"See {kind.model._meta.app_label}/kinds.py.", id=number)
