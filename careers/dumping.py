"""A guide as one fixture file in a form that is always the same."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import yaml
from django.db import models

from careers.models import Career
from careers.parts import guide_parts
from facts.models.natural import NaturalKey
from ingest.fixtures.name import name_of
from ingest.fixtures.row_state import says_in_database
from ingest.fixtures.shape import shape_of

WIDTH = 116
EXACT = 10**15  # up to here a whole number is a float's own, and YAML's


def dump_guide(career: Career) -> str:
    """The career, every row of its guide and every row that those name, as a fixture that `load_guides` reads.

    Rows stand in a fixed order and say what they do not leave at its default, in the order of the model's fields; so
    the same guide always gives the same text, byte by byte.
    """
    parts = [row for model, owner in guide_parts() for row in _in_order(model._base_manager.filter(**{owner: career}))]
    shared = _shared_by([career, *parts])
    blocks = [(f"What the guide shares with others: {len(shared)} rows", shared), (career.title, [career, *parts])]
    head = f"# The guide of {career.slug}. Rows are named by their natural keys; docs/transcription.md has the rules.\n"
    return head + "".join(f"\n# {title}\n\n{_as_yaml(rows)}" for title, rows in blocks if rows)


def _in_order(rows: Iterable[NaturalKey]) -> list[NaturalKey]:
    return sorted(rows, key=lambda row: (getattr(row, "position", 0), row.natural_key()))


def _shared_by(rows: list[NaturalKey]) -> list[NaturalKey]:
    """Every row that these name, and that those name in turn; by kind and name."""
    known = {name_of(row): row for row in rows}
    waiting = list(rows)
    while waiting:
        for target in _named_by(waiting.pop()):
            if name_of(target) not in known:
                known[name_of(target)] = target
                waiting.append(target)
    given = set(map(name_of, rows))
    return [
        row for name, row in sorted(known.items(), key=lambda pair: (pair[0].label, pair[0].key)) if name not in given
    ]


def _named_by(row: NaturalKey) -> Iterator[NaturalKey]:
    shape = shape_of(type(row))
    yield from (target for name in shape.one if (target := getattr(row, name)))
    for name in shape.many:
        yield from getattr(row, name).all()


class _Dumper(yaml.SafeDumper):
    """Writes natural keys on one line, and everything else as YAML does."""

    def ignore_aliases(self, data):
        return True


class _Key(list):
    """A natural key, or several."""


_Dumper.add_representer(
    _Key, lambda dumper, key: dumper.represent_sequence("tag:yaml.org,2002:seq", key, flow_style=True)
)


def _as_yaml(rows: list[NaturalKey]) -> str:
    entries = [{"model": row._meta.label_lower, "fields": _fields(row)} for row in rows]
    texts = [yaml.dump([entry], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH) for entry in entries]
    return "\n".join(texts)


def _fields(row: NaturalKey) -> dict[str, Any]:
    said, shape = says_in_database(row), shape_of(type(row))
    order = [field.name for field in (*row._meta.concrete_fields, *row._meta.many_to_many) if field.name in said]
    references = {*shape.one, *shape.many}
    return {name: _Key(said[name]) if name in references else _value(shape.plain[name], said[name]) for name in order}


def _value(field: models.Field, said: Any) -> Any:
    if isinstance(field, models.DateField) and said is not None:
        return date.fromisoformat(said)
    if isinstance(field, models.DecimalField) and said is not None:
        return _number(said)
    return _sorted(said)


def _sorted(said: Any) -> Any:
    # PostgreSQL orders the keys of what it keeps as JSON in a way of its own.
    if isinstance(said, dict):
        return {name: _sorted(said[name]) for name in sorted(said)}
    return [_sorted(part) for part in said] if isinstance(said, list) else said


def _number(digits: str) -> int | float | str:
    """The digits as a number of YAML, or in quotes where a number would not keep them all."""
    if "." not in digits and abs(int(digits)) < EXACT:
        return int(digits)
    return float(digits) if repr(float(digits)) == digits else digits
