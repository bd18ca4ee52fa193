from django.utils.text import camel_case_to_spaces, slugify

from facts.models import Sourced, Statement
from facts.models.statement import statement_models

LENGTH = 120


def next_key(row: Sourced) -> str:
    """A free key such as "study-hit-salary-4"."""
    kind = slugify(camel_case_to_spaces(type(row).__name__))  # not its label, which may change
    stem = f"{row.source.slug}-{kind}"[: LENGTH - 8]
    keys = _keys_from(stem, row)
    number = len(keys) + 1
    while f"{stem}-{number}" in keys:
        number += 1
    return f"{stem}-{number}"


def _keys_from(stem: str, row: Sourced) -> set[str]:
    # A statement's key is its address among those of all kinds.
    models = statement_models() if isinstance(row, Statement) else [type(row)]
    return {key for model in models for key in model.objects.filter(key__startswith=stem).values_list("key", flat=True)}
