from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToolkitPart:
    """A heading, paragraphs and a list; any may be empty."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolkitDocument:
    """`hint` says how to use the document."""

    kind: str
    title: str
    hint: str
    parts: tuple[ToolkitPart, ...]
    sources: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[ToolkitPart, ...]:
        return tuple(part for part in self.parts if part.paragraphs or part.items)
