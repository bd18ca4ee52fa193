"""How the values of a vocabulary (marks, verdicts) are shown: one table for each, checked to be complete.

A vocabulary is an enumeration whose members have a label; its table gives each member the rest of its words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.core.checks import Error


@dataclass(frozen=True, slots=True)
class Wording:
    """One value as it is shown: `sign` is the `data-mark` beside it, `word` is said first, `sentence` after it.

    A sentence names in braces what is filled in: "Printed as “{as_printed}”.".
    """

    sign: str
    word: str
    sentence: str


Table = Mapping[Any, Wording]

_tables: dict[type[Enum], Table] = {}


def register_wordings(vocabulary: type[Enum], table: Table) -> None:
    """Let the checks hold the table against its vocabulary."""
    _tables[vocabulary] = table


def check_wordings(**kwargs: Any) -> list[Error]:
    """An error for each value of a vocabulary without all of its words."""
    return [error for vocabulary, table in _tables.items() for error in wording_errors(vocabulary, table)]


def wording_errors(vocabulary: type[Enum], table: Table) -> Iterator[Error]:
    """What the table lacks of the words of the vocabulary's values."""
    for value in vocabulary:
        if missing := [name for name in ("label", "sign", "word", "sentence") if not _word(value, table, name)]:
            said = f"{vocabulary.__name__}.{value.name} has no {', no '.join(missing)}."
            yield Error(said, hint=f"Give it in the table of {vocabulary.__module__}.", obj=value, id="facts.E010")


def _word(value, table, name) -> str:
    return value.label if name == "label" else getattr(table.get(value), name, "")
