"""The admin of a kind of statement whose app has made none of its own."""

from django.contrib import admin

from editorial.admin.sourced import StatementAdmin
from facts.kinds import kinds
from facts.models import Statement


def register_plain() -> None:
    """Let editors write every kind of statement: on a plain form where its app has no other."""
    for kind in kinds():
        if issubclass(kind.model, Statement) and not admin.site.is_registered(kind.model):
            admin.site.register(kind.model, StatementAdmin)
