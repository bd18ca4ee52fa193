from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any

from django.db import models


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a release must not have less of: values of `field`, counted for each value of `within` the file has.

    `slack` percent may be missing, since areas are redrawn.
    """

    what: str
    field: str
    within: str = ""
    slack: int = 0


@dataclass(frozen=True, eq=False)
class SourceTable:
    """Rows of one model as tuples in the order of `fields`; foreign keys are natural keys, `release` is filled in.

    `key` tells rows of a release apart. `part`: fields by which a release comes in several files; other parts stay.
    `unique`: a field that is unique among all releases. `codes`: the path to codes whose changes are reported.
    Rows not `counted` belong to rows counted by another table. `measured` rows are never alike in two releases.
    A table that `continues` is not revised: a new release takes over parts that its file lacks.
    """

    model: type[models.Model]
    fields: Sequence[str]
    key: Sequence[str]
    part: Sequence[str] = ()
    unique: str = ""
    codes: str = ""
    counted: bool = True
    measured: bool = False
    continues: bool = False
    covers: Sequence[Coverage] = ()

    @cached_property
    def values(self) -> list[str]:
        return [name for name in self.fields if name not in self.key and name != self.unique]

    @cached_property
    def links(self) -> dict[int, type[models.Model]]:
        related = enumerate(self.model._meta.get_field(name).related_model for name in self.fields)
        return {place: model for place, model in related if model}

    def columns(self, names: Sequence[str]) -> list[str]:
        return [self.model._meta.get_field(name).column for name in names]

    @cached_property
    def key_of(self) -> Callable[[Sequence], Any]:
        return itemgetter(*[list(self.fields).index(name) for name in self.key])
