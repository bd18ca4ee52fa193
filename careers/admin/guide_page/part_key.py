from facts.keys import next_key
from facts.models import Sourced, Statement
from facts.models.statement import statement_models
from ingest.fixtures.guide.parsing import stem_of

LONGEST = 120


def free_key(row: Sourced) -> str:
    """As a guide file would make it, or else the next free one."""
    key = f"{row.source.slug}-{_end_of_key(row)}"
    sharing = statement_models() if isinstance(row, Statement) else [type(row)]
    is_taken = len(key) > LONGEST or any(model._base_manager.filter(key=key).exists() for model in sharing)
    return next_key(row) if is_taken else key


def _end_of_key(row: Sourced) -> str:
    position = getattr(row, "position", None) or 1
    if hasattr(row, "guide_prose"):
        return row.kind if position == 1 else f"{row.kind}-{position}"  # type: ignore[attr-defined]
    return f"{stem_of(type(row))}-{position}"
