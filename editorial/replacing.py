"""Find and replace over all words that editors write."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from editorial.drafting.words import is_words
from facts.actions import Publication
from facts.models import Curated

MOST_ROWS = 200


@dataclass
class Replacement:
    """What would become of one row: by field what it says and what it would say."""

    row: Any
    fields: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.row._meta.label_lower}-{self.row.pk}"

    @property
    def what(self) -> str:
        return str(self.row._meta.verbose_name)


def curated_models() -> list[type[Curated]]:
    return [model for model in apps.get_models() if issubclass(model, Curated)]


def find(text: str, replacement: str, models_: Iterable[type[Curated]] | None = None) -> Iterator[Replacement]:
    """Rows whose words hold the text, letter by letter as it is written."""
    for model in models_ or curated_models():
        names = [one.name for one in model._meta.concrete_fields if is_words(model, one.name)]
        holds = Q()
        for name in names:
            holds |= Q(**{f"{name}__contains": text})
        if names:
            yield from filter(None, (_replacement(row, names, text, replacement) for row in _rows(model, holds)))


def _rows(model: type[Curated], holds: Q) -> Any:
    relations = [one.name for one in model._meta.concrete_fields if isinstance(one, models.ForeignKey)]
    return model._default_manager.filter(holds).select_related(*relations).order_by("pk")[: MOST_ROWS + 1]


def _replacement(row: Any, names: Iterable[str], text: str, replacement: str) -> Replacement | None:
    # SQLite’s `contains` takes no notice of capitals.
    found = [(name, getattr(row, name)) for name in names if text in (getattr(row, name) or "")]
    return Replacement(row, [(name, said, said.replace(text, replacement)) for name, said in found]) if found else None


def replace(found: Iterable[Replacement], publication: Publication) -> list[str]:
    """Write what is allowed; gives what is refused, in words."""
    refused = []
    for one in found:
        for name, _, text in one.fields:
            setattr(one.row, name, text)
        try:
            one.row.full_clean()
        except ValidationError as error:
            refused.append(f"“{one.row}”: {' '.join(error.messages)}")
            continue
        one.row.save()
        publication.changed(one.row)
    return refused
