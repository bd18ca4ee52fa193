"""Guides as files, byte for byte the same for the same rows."""

import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps

from careers.models import Career
from careers.parts import guide_parts
from facts.models.natural import NaturalKey
from ingest.fixtures.existing_rows import rows_named
from ingest.fixtures.guide.composing import compose
from ingest.fixtures.name import FixtureName, name_of
from ingest.fixtures.shape import shape_of
from ingest.models import LoadedRow


def dump_guide(career: Career) -> str:
    """The career, its guides' rows and every row they refer to, as `load_guides` reads them."""
    parts = [row for model, owner in guide_parts() for row in model._base_manager.filter(**{owner: career})]
    return compose([career, *parts, *_shared_by([career, *parts])])


def dump_file(file: str) -> str:
    """The file as it would be written now, with rows that editors added."""
    rows: dict[FixtureName, Any] = dict(rows_named(_names_in(file)))
    pairs = {(owner, row.source_id) for row in rows.values() if (owner := _career_id_of(row))}
    for model, lookup in guide_parts():
        added = model._base_manager.filter(**{f"{lookup}__in": {career for career, _ in pairs}})
        for row in added.select_related("source"):
            is_included = (_career_id_of(row), row.source_id) in pairs
            if is_included and name_of(row) not in rows and not _is_in_another(row, file):
                rows[name_of(row)] = row
    return compose(rows.values())


def _names_in(file: str) -> Iterator[FixtureName]:
    for entry in LoadedRow.objects.filter(file=file):
        yield FixtureName(apps.get_model(entry.model), tuple(json.loads(entry.key)))


def _career_id_of(row: NaturalKey) -> int | None:
    owner = getattr(row, "belongs_to_career", None)
    return owner.pk if owner and owner != row else getattr(row, "career_id", None)


def _is_in_another(row: NaturalKey, file: str) -> bool:
    name = name_of(row)
    return LoadedRow.objects.filter(model=name.label, key=name.key_text).exclude(file=file).exists()


def _shared_by(rows: list[NaturalKey]) -> list[NaturalKey]:
    """Referenced rows, also indirectly."""
    known = {name_of(row): row for row in rows}
    waiting = list(rows)
    while waiting:
        for target in _named_by(waiting.pop()):
            if known.setdefault(name_of(target), target) is target:
                waiting.append(target)
    names = set(map(name_of, rows))
    return [row for name, row in known.items() if name not in names]


def _named_by(row: NaturalKey) -> Iterator[NaturalKey]:
    shape = shape_of(type(row))
    yield from (target for name in shape.one if (target := getattr(row, name)))
    for name in shape.many:
        yield from getattr(row, name).all()
