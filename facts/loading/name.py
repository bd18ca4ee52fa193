"""What a row is called, in a file as in the database."""

import json
from typing import Any, NamedTuple

from facts.models.natural import NaturalKey

Key = tuple[str, ...]


class Name(NamedTuple):
    """A row's model and natural key."""

    model: type[NaturalKey]
    key: Key

    def __str__(self) -> str:
        return f"{self.label} {'/'.join(self.key)}"

    @property
    def label(self) -> str:
        """The model as fixtures write it: "salaries.salary"."""
        return self.model._meta.label_lower

    @property
    def key_text(self) -> str:
        """The key as one text from which it can be read back: a JSON list."""
        return json.dumps(self.key, ensure_ascii=False)


def name_of(row: NaturalKey) -> Name:
    """The name of a row of the database."""
    return Name(type(row), tuple(str(part) for part in row.natural_key()))


def key_from(model: type[NaturalKey], values: dict[str, Any], references: dict[str, Name | None]) -> Key | None:
    """The natural key that a row with these plain values and references has; None where a part is missing.

    Nothing is asked of the database: the key of a row that is referred to holds the parts a longer key needs.
    """
    parts = [_part(path, values, references) for path in model.natural_key_fields]
    return None if any(part in (None, "") for part in parts) else tuple(map(str, parts))


def _part(path, values, references):
    name, _, rest = path.partition("__")
    if not rest:
        return values.get(name)
    target = references.get(name)
    return target and target.key[target.model.natural_key_fields.index(rest)]
