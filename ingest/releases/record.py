"""The official figures that come with Rungs: compact files in their publishers' layouts, made and loaded here."""

import csv
import gzip
import hashlib
import io
import lzma
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from facts.derived import put_off
from ingest.releases.extracts import Extract
from ingest.releases.folder import files_known_in
from ingest.releases.importer import Importer, Vintage
from ingest.releases.refusal import ImportRefused
from ingest.releases.report import ImportReport, known_files
from ingest.releases.run import import_release
from ingest.releases.vintages import known_release

CHECKSUMS = "SHA256SUMS"
SMALLEST = 9  # of the levels of gzip and xz

COMMAS: dict[str, Any] = {"lineterminator": "\n"}
TABS: dict[str, Any] = COMMAS | {"delimiter": "\t", "quoting": csv.QUOTE_NONE, "quotechar": None}

Say = Callable[[str], None]
Tell = Callable[[ImportReport], None]


def load_record(tell: Tell, folder: Path | None = None) -> None:
    """Import the record, except into releases that hold more, or are withdrawn.

    What is computed from it is computed once, in the act that publishes the last file: whoever stops before that has
    a file left to load.
    """
    files = files_to_load(folder)
    with put_off() as waiting:
        for importer, path in files:
            waiting.is_last = path == files[-1][1]
            tell(import_release(importer.name, path, partial=importer.extracts_are_partial))


def files_to_load(folder: Path | None = None) -> list[tuple[Importer, Path]]:
    """Those whose releases hold no more already, and are not withdrawn."""
    known, _ = files_known_in(folder or settings.RECORD_DIR)
    return [each for each in _newest_first(known) if not _is_ahead(*each)]


def _newest_first(known: list[tuple[Importer, Path]]) -> list[tuple[Importer, Path]]:
    """Of each importer, since places and industries are called as in the newest release: older ones rename nothing."""
    ages = {path: _age(importer.vintage(path, None)) for importer, path in known}
    by_age = sorted(known, key=lambda each: ages[each[1]], reverse=True)
    return sorted(by_age, key=lambda each: (each[0].order, each[0].name))


def _is_ahead(importer: Importer, path: Path) -> bool:
    known = known_release(importer, importer.vintage(path, None))
    if known is None:
        return False
    return known.state != known.State.READY or any(file["file"] != path.name for file in known_files(known.report))


def build_record(official: Path, target: Path, say: Say) -> None:
    """Write the record anew from the publishers' files in the folder `official`; raises ImportRefused."""
    known, _ = files_known_in(official)
    for importer, path in _to_extract(known):
        for extract in importer.extracts(path):
            file = target / extract.file
            if file.exists():
                raise ImportRefused(f"{path.name} would be {extract.file}, which another file in {official} is.")
            if rows := _write(extract, file):
                say(f"{extract.file}: {rows:,} rows, {file.stat().st_size:,} bytes")
    _write_checksums(target)


def _to_extract(known: list[tuple[Importer, Path]]) -> Iterator[tuple[Importer, Path]]:
    """One file of each release; the newest release only, where an importer does not extract every one."""
    files: dict[Importer, dict[str, tuple[Vintage, Path]]] = {}
    for importer, path in known:
        if importer.has_extracts(path):
            vintage = importer.vintage(path, None)
            files.setdefault(importer, {}).setdefault(vintage.slug, (vintage, path))
    for importer, releases in files.items():
        newest_last = sorted(releases.values(), key=lambda release: _age(release[0]))
        for _, path in newest_last if importer.extracts_every_release else newest_last[-1:]:
            yield importer, path


def _age(vintage: Vintage) -> tuple[date, str]:
    return vintage.period_end or date.min, vintage.slug


def _write(extract: Extract, file: Path) -> int:
    """The number of rows below the header; without any, no file is written."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, **(TABS if ".txt" in file.name else COMMAS))
    count = -1
    for count, row in enumerate(extract.rows):  # noqa: B007 (the last one counts)
        writer.writerow(row)
    if count > 0:
        file.parent.mkdir(parents=True, exist_ok=True)
        content = text.getvalue().encode()
        file.write_bytes(_packed(content, file.suffix))
    return max(count, 0)


def _packed(content: bytes, suffix: str) -> bytes:
    if suffix == ".xz":
        return lzma.compress(content, preset=SMALLEST)
    return gzip.compress(content, SMALLEST, mtime=0) if suffix == ".gz" else content


def _write_checksums(folder: Path) -> None:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != CHECKSUMS)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}\n" for path in files]
    (folder / CHECKSUMS).write_text("".join(lines))
