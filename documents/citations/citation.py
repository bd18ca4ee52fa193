from dataclasses import dataclass
from datetime import date

from facts.figure import Figure
from facts.models import Edition

PUBLISHER = "Rungs"


@dataclass(frozen=True, slots=True)
class Citation:
    """A figure to cite. `key` is for reference managers; `title` and `source` are single lines.

    `edition` ("Edition 4") and `published` are "" and None before the first edition.
    """

    key: str
    title: str
    source: str
    url: str
    edition: str = ""
    published: date | None = None


def cite(figure: Figure, page: str, edition: Edition | None) -> Citation:
    words = f"; {figure.words}" if figure.words else ""
    return Citation(
        key=f"{figure.key}.{figure.field}",
        title=one_line(f"{figure.measure_text}, {figure.subject}: {figure.value_text}{words}"),
        source=one_line(figure.source_text),
        url=_address(page, figure.field, edition),
        edition=str(edition) if edition else "",
        published=edition.published_at.date() if edition else None,
    )


def _address(page: str, field: str, edition: Edition | None) -> str:
    """That goes on giving the page as it is cited."""
    path, _, part = page.partition("#")
    asked = f"{path}{'&' if '?' in path else '?'}edition={edition.number}" if edition else path
    return f"{asked}#{part or field}"


def text(citation: Citation) -> str:
    day = citation.published
    year = f" ({day.year})" if day else ""
    edition = f" {citation.edition}, {day.day} {day:%B %Y}." if day else ""
    return f"{PUBLISHER}{year}. {citation.title}. {citation.source}.{edition} {citation.url}"


def one_line(words: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
