from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.releases.refusal import ImportRefused

if TYPE_CHECKING:
    from ingest.releases.importer import Importer

_importers: dict[str, Importer] = {}


def register(importer: Importer) -> None:
    if importer.name in _importers and type(_importers[importer.name]) is not type(importer):
        raise ValueError(f"Two importers are named {importer.name}.")
    _importers[importer.name] = importer


def register_all(importers: Iterable[type[Importer]]) -> None:
    """Add an app's importers: its `apps.py` calls this with those of `<app>/importers/`."""
    for importer in importers:
        register(importer())


def unregister(name: str) -> None:
    del _importers[name]


def importers() -> Iterator[Importer]:
    return iter(sorted(_importers.values(), key=lambda importer: (importer.order, importer.name)))


def importer_named(name: str) -> Importer:
    found = next((importer for importer in importers() if name in (importer.name, importer.source["slug"])), None)
    if found is None:
        raise ImportRefused(f"No importer is named “{name}”. There are: {', '.join(sorted(_importers))}.")
    return found


def importer_for(path: Path) -> Importer | None:
    return next((importer for importer in importers() if importer.recognises(path)), None)
