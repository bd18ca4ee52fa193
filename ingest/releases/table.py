from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any

from django.db import models


@dataclass(frozen=True, slots=True)
class Coverage:
    """Values of `field` that a release has rows of, `what` they are, counted apart for each value of `within`.

    A file without any row of one value of `within` leaves those to another file: national wages come without states.
    So many of a hundred may be missing as `slack` says: areas are drawn anew now and then.
    """

    what: str
    field: str
    within: str = ""
    slack: int = 0


@dataclass(frozen=True, eq=False)
class SourceTable:
    """Rows of one model that a release owns, as an importer gives them: tuples with a value for each of `fields`.

    `model` has a foreign key `release`, which is filled in. A field that is a foreign key itself is given the natural
    key of the row it names, a tuple. `key` names the fields that tell a row from the others of its release, `part`
    those of them by which a release comes in several files: a file speaks for the parts that it has rows of, and
    rows of other parts stay as they were. `unique` names a field whose values are unique among all releases: a row
    staged over a standing one bears another name until it takes its place. `codes` leads to the codes by which the
    rows are coded ("occupation__code"), where a report is to say which of them appear and vanish. Rows that are not
    `counted` say further things of what the file's rows are counted by already. Rows that are `measured` anew for each
    release are not the same in two of them, unless a file is not for the release that it is said to be for. A table
    that `continues` is never revised: a newer release takes over the parts of the one before that its file lacks.
    `covers` says what a release must not have less of than the one before it.
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
        """The fields that say something of the row rather than which row it is."""
        return [name for name in self.fields if name not in self.key and name != self.unique]

    @cached_property
    def links(self) -> dict[int, type[models.Model]]:
        """The models that foreign keys among the fields name, by the field's place."""
        related = enumerate(self.model._meta.get_field(name).related_model for name in self.fields)
        return {place: model for place, model in related if model}

    def columns(self, names: Sequence[str]) -> list[str]:
        """The database's columns of these fields."""
        return [self.model._meta.get_field(name).column for name in names]

    @cached_property
    def key_of(self) -> Callable[[Sequence], Any]:
        """A function that gives what tells a row from the others of its release."""
        return itemgetter(*[list(self.fields).index(name) for name in self.key])
