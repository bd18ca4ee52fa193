"""Keys for rows whose editor gives none."""

from django.utils.text import slugify

from facts.models import Sourced, Statement
from facts.models.statement import statement_models

LENGTH = 120


def next_key(row: Sourced) -> str:
    """A key that no row has: the source, what the row is, and the next free number ("study-hit-salary-4")."""
    kind = slugify(row._meta.verbose_name)
    stem = f"{row.source.slug}-{kind}"[: LENGTH - 8]
    taken = _keys_from(stem, row)
    number = len(taken) + 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _keys_from(stem, row):
    # A statement's key is its address among those of all kinds.
    models = statement_models() if isinstance(row, Statement) else [type(row)]
    return {key for model in models for key in model.objects.filter(key__startswith=stem).values_list("key", flat=True)}
