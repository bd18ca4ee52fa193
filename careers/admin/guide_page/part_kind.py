"""What may stand in a guide: every kind of part that the desk has a form for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.admin.utils import flatten_fieldsets
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst

from careers.chapters import CHAPTERS, OTHER, GuideChapter, chapter_of
from careers.models import Career, Occupation
from careers.parts import guide_parts
from facts.models import Source, Statement
from facts.models.curated import Curated
from ingest.fixtures.guide.heads import head_of

#: What the page itself says of every part.
GIVEN = ("career", "source", "position", "key", "version_read", "release")
SHARED = GuideChapter(anchor="shared", title="New rows that guides share")


@dataclass(frozen=True, eq=False)
class PartKind:
    """`owner` is the lookup to the career; "" for rows that guides share."""

    model: type[Curated]
    owner: str
    model_admin: ModelAdmin

    @property
    def parent(self) -> str:
        """The field for the row in between, such as the ladder of a rung."""
        first, between, _ = self.owner.partition("__")
        return first if between else ""

    @property
    def one(self) -> str:
        return str(self.model._meta.verbose_name)

    @property
    def model_label(self) -> str:
        return self.model._meta.label_lower

    @property
    def heading(self) -> str:
        return str(capfirst(self.model._meta.verbose_name_plural))

    @property
    def has_position(self) -> bool:
        return self._has("position")

    @property
    def is_prose(self) -> bool:
        return hasattr(self.model, "guide_prose")

    @property
    def is_single(self) -> bool:
        """Whether a guide has no more than one."""
        return any({*fields} == {"career", "source"} for fields in self._unique)

    @property
    def has_unique_position(self) -> bool:
        return any("position" in fields for fields in self._unique)

    @cached_property
    def counted_apart(self) -> tuple[str, ...]:
        """The fields by which positions begin again at 1."""
        ordering = [str(name).lstrip("-") for name in self.model._meta.ordering]
        before = ordering[: ordering.index("position")] if "position" in ordering else []
        unique = [name for fields in self._unique if "position" in fields for name in fields]
        return tuple(dict.fromkeys(name for name in [*before, *unique] if name not in (*GIVEN, self.parent, "pk")))

    @cached_property
    def carried(self) -> set[str]:
        """Fields that a new part has in common with the one above it."""
        own = {*head_of(self.model).fields, *getattr(self.model, "figure_fields", ()), "rank", "to_career"}
        return {
            field.name for field in self.model._meta.concrete_fields if field.name not in own and _is_carried(field)
        }

    def fields(self, request: HttpRequest) -> list[str]:
        known = {field.name for field in [*self.model._meta.concrete_fields, *self.model._meta.many_to_many]}
        named = flatten_fieldsets(self.model_admin.get_fieldsets(request, None))
        return [name for name in named if name in known and name not in (*GIVEN, self.parent)]

    def first_fields(self, names: list[str]) -> list[str]:
        """Those that are written first; the others stand behind “More”."""
        chosen = getattr(self.model_admin, "guide_fields", None)
        return [name for name in names if (name in chosen if chosen else self._comes_first(name))]

    def _comes_first(self, name: str) -> bool:
        field: Any = self.model._meta.get_field(name)
        is_text = isinstance(field, models.TextField) and name not in ("note", "detail", "examples")
        is_asked = not field.blank and not field.has_default()
        in_line = name in (*head_of(self.model).fields, *getattr(self.model, "figure_fields", ()))
        return name != "locator" and (is_asked or is_text or in_line or field.many_to_many or name in _PROSE)

    @property
    def _unique(self) -> Iterator[tuple[str, ...]]:
        return (one.fields for one in self.model._meta.constraints if isinstance(one, models.UniqueConstraint))

    def _has(self, name: str) -> bool:
        return any(field.name == name for field in self.model._meta.concrete_fields)


_PROSE = ("heading", "reason", "strength", "side", "detail")


def _is_carried(field: Any) -> bool:
    if field.name in (*GIVEN, "slug") or not field.editable:
        return False
    if isinstance(field, models.ForeignKey):
        return not hasattr(field.remote_field.model, "locator")
    is_code = getattr(field, "max_length", None) == 3  # a currency
    return bool(field.choices) or isinstance(field, models.DateField) or is_code or field.name == "attributed_to"


def part_kinds(site: AdminSite) -> list[PartKind]:
    """A new kind is here once the desk has a form for it."""
    found = [(model, owner) for model, owner in guide_parts() if site.is_registered(model)]
    return [PartKind(model, owner, site.get_model_admin(model)) for model, owner in found]


def shared_kinds(site: AdminSite) -> list[PartKind]:
    """What parts name and other guides may name as well: skills, credentials, industries, places."""
    named = {target: None for kind in part_kinds(site) for target in _targets(kind.model)}
    shared = [model for model in named if issubclass(model, Curated) and not hasattr(model, "locator")]
    left_out = (Career, Occupation, Source)
    return [PartKind(model, "", site.get_model_admin(model)) for model in shared if model not in left_out]


def _targets(model: type[models.Model]) -> Iterator[Any]:
    for field in [*model._meta.concrete_fields, *model._meta.many_to_many]:
        if field.remote_field:
            yield field.remote_field.model


def in_chapters(kinds: list[PartKind]) -> Iterator[tuple[GuideChapter, list[PartKind]]]:
    """Each chapter with the kinds of its parts: sections first, then lists, then figures."""
    prose = [kind for kind in kinds if kind.is_prose]
    for chapter in (*CHAPTERS, OTHER):
        listed = [kind for kind in kinds if not kind.is_prose and chapter_of(kind.model) is chapter]
        listed.sort(key=lambda kind: issubclass(kind.model, Statement))
        if chapter.prose or listed:
            yield chapter, [*(prose if chapter.prose else []), *listed]
