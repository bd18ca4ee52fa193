"""Display texts of marks and verdicts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.core.checks import Error


@dataclass(frozen=True, slots=True)
class Wording:
    """`sign` is the `data-mark`; `sentence` has fields in braces."""

    sign: str
    word: str
    sentence: str


Table = Mapping[Any, Wording]

_tables: dict[type[Enum], Table] = {}


def register_wordings(vocabulary: type[Enum], table: Table) -> None:
    _tables[vocabulary] = table


def check_wordings(**kwargs: Any) -> list[Error]:
    return [error for vocabulary, table in _tables.items() for error in wording_errors(vocabulary, table)]


def wording_errors(vocabulary: type[Enum], table: Table) -> Iterator[Error]:
    for value in vocabulary:
        if missing := [name for name in ("label", "sign", "word", "sentence") if not _word(value, table, name)]:
            message = f"{vocabulary.__name__}.{value.name} has no {', no '.join(missing)}."
            yield Error(message, hint=f"Give it in the table of {vocabulary.__module__}.", obj=value, id="facts.E010")


def _word(value: Any, table: Table, name: str) -> str:
    return value.label if name == "label" else getattr(table.get(value), name, "")
