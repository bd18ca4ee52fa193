from collections.abc import Iterator
from pathlib import Path

from ingest.releases.importer import Importer
from ingest.releases.registry import importer_for


def files_known_in(folder: Path) -> tuple[list[tuple[Importer, Path]], list[Path]]:
    known: list[tuple[Importer, Path]] = []
    unknown: list[Path] = []
    for path, importer in _looked_through(folder):
        if importer:
            known.append((importer, path))
        else:
            unknown.append(path)
    return sorted(known, key=lambda pair: (pair[0].order, pair[0].name, pair[1])), unknown


def _looked_through(folder: Path) -> Iterator[tuple[Path, Importer | None]]:
    for path in sorted(folder.iterdir()):
        importer = importer_for(path)
        if importer is None and path.is_dir():
            yield from _looked_through(path)
        elif not path.name.startswith("."):
            yield path, importer
