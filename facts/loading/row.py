"""A row of a fixture: what it is called, what it says, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from facts.loading.name import Key, Name
from facts.loading.refusal import Refusal
from facts.models.natural import NaturalKey


@dataclass(eq=False)
class Row:
    """A row as its fixture has it.

    `instance` has the plain values and is not saved; `one` and `many` name the rows that it refers to, by field,
    and `ties` has the rows themselves for `many`, once they are known.
    Whatever is found to be wrong with it, while it is read or later, is a text in `problems`; `unread` are the fields
    whose value could not be made out.
    """

    line: int
    instance: NaturalKey
    key: Key | None
    one: dict[str, Name | None]
    many: dict[str, tuple[Name, ...]]
    problems: list[str] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    ties: dict[str, list[NaturalKey]] = field(default_factory=dict)

    @property
    def model(self) -> type[NaturalKey]:
        """The model it is a row of."""
        return type(self.instance)

    @property
    def name(self) -> Name | None:
        """Model and natural key; None where a part of the key is missing."""
        return Name(self.model, self.key) if self.key else None

    @property
    def references(self) -> Iterator[Name]:
        """Every row that it refers to."""
        yield from filter(None, self.one.values())
        for names in self.many.values():
            yield from names

    def refusals(self, file: str) -> list[Refusal]:
        """What is wrong with it, as `file`'s refusals."""
        called = str(self.name or self.model._meta.label_lower)
        return [Refusal(file, problem, self.line, called) for problem in self.problems]
