"""Rows of every kind that editors keep, put into drafts without a form."""

from django.contrib import admin
from django.contrib.auth.models import Group, User

from editorial.admin.record import RecordAdmin
from editorial.drafting import proposing
from tests import factories

EDITED = [
    model
    for model, kept in admin.site._registry.items()
    if model not in (User, Group) and not isinstance(kept, RecordAdmin)
]


def everything() -> dict:
    """Every row that editors keep, by model and number."""
    return {(model, row.pk): row for model in EDITED for row in model._base_manager.all()}


def new_row(model, **said):
    return getattr(factories, f"{model.__name__}Factory")(**said)


def draft_new_row(author, model, **said) -> None:
    """Put a new row of the model into the author's draft, with the new rows that it refers to."""
    with proposing(author) as session:
        there = everything()
        new_row(model, **said)
        for place, row in everything().items():
            if place not in there:
                session.publication.created(row)


def draft_change(author, row, **values) -> None:
    """Put a change of the row into the author's draft; rows it is tied to are given as a list."""
    with proposing(author) as session:
        drafted = type(row)._base_manager.get(pk=row.pk)
        tied = {name: drafted_rows for name, drafted_rows in values.items() if isinstance(drafted_rows, list)}
        for name, value in values.items():
            if name not in tied:
                setattr(drafted, name, value)
        drafted.save()
        for name, others in tied.items():
            getattr(drafted, name).set(others)
        session.publication.changed(drafted)


def draft_removal(author, row) -> None:
    """Put the removal of the row into the author's draft."""
    with proposing(author) as session:
        drafted = type(row)._base_manager.get(pk=row.pk)
        session.publication.removed(drafted)
        drafted.delete()
