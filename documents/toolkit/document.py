"""What a document is made of, before it is printed in any format. Pure: no database."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with paragraphs and a list beneath it; any of the three may be empty."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what to do with it (`hint`), its parts, and the sources that it was made from."""

    kind: str
    title: str
    hint: str
    parts: tuple[Part, ...]
    sources: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.paragraphs or part.items)
