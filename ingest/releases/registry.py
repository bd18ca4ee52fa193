"""Which importers there are. A higher room registers its own when Django starts; this room imports none of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.releases.refusal import ImportRefused

if TYPE_CHECKING:
    from ingest.releases.importer import Importer

_importers: dict[str, Importer] = {}


def register(importer: Importer) -> None:
    """Add an importer under its name; a name is registered once."""
    if importer.name in _importers and type(_importers[importer.name]) is not type(importer):
        raise ValueError(f"Two importers are named {importer.name}.")
    _importers[importer.name] = importer


def unregister(name: str) -> None:
    del _importers[name]


def importers() -> Iterator[Importer]:
    """Every importer, in the order in which their data build on one another."""
    return iter(sorted(_importers.values(), key=lambda importer: (importer.order, importer.name)))


def importer_named(name: str) -> Importer:
    """The importer of this name, or of the source with this slug; raises ImportRefused, naming those there are."""
    found = next((importer for importer in importers() if name in (importer.name, importer.source["slug"])), None)
    if found is None:
        raise ImportRefused(f"No importer is named “{name}”. There are: {', '.join(sorted(_importers))}.")
    return found


def importer_for(path: Path) -> Importer | None:
    """The importer that recognises the file or folder at `path` by its name, or None."""
    return next((importer for importer in importers() if importer.recognises(path)), None)
