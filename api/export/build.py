"""Makes the files of an edition, reading every table once."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from django.utils import timezone

from api.edition import current_edition
from api.export.batches import Batch, TableReader
from api.export.dcat import dcat
from api.export.descriptor import absolute, package, table_resource
from api.export.sets import FileOfSet, FileSet, locked, new_set, prune, read_set, set_of, write_manifest
from api.export.snapshot import snapshot
from api.export.tables import Table, tables
from api.export.writers import CsvPackage, Ndjson, ParquetTables, SqliteDatabase
from api.export.writers.form import Form
from facts.models import Edition, Source
from ingest.releases.gc import rarely_collected

FORMS: tuple[type[Form], ...] = (CsvPackage, ParquetTables, SqliteDatabase, Ndjson)
WHOLE = {
    CsvPackage.file_name: ("application/zip", "All tables as CSV, with datapackage.json, which describes every column"),
    SqliteDatabase.file_name: ("application/vnd.sqlite3", "All tables as one SQLite database, with views and search"),
    Ndjson.file_name: ("application/gzip", "All rows as NDJSON, each as the API gives it, with its table’s name"),
}
DESCRIPTION, CATALOG, SUMS = "datapackage.json", "dcat.jsonld", "SHA256SUMS"
BESIDE = {
    DESCRIPTION: ("application/json", "What is in each file: size, SHA-256, columns, sources, licenses"),
    CATALOG: ("application/ld+json", "The same for catalogs of data, by DCAT 3"),
    SUMS: ("text/plain; charset=utf-8", "For sha256sum --check"),
}
NAMES_OF_SOURCES = frozenset(("source_slug", "source_code"))
PARQUET = "application/vnd.apache.parquet"

Told = Callable[[str, int], None]
"""Is told each table’s name, and how many rows were read of it by now."""


def build_files(*, again: bool = False, wait: bool = False, told: Told = lambda table, rows: None) -> FileSet | None:
    """None before the first edition. Raises SetsBusy."""
    with locked(wait=wait):
        with snapshot(), rarely_collected():
            made = _build(again=again, told=told)
        prune()
        return made


def _build(*, again: bool, told: Told) -> FileSet | None:
    edition = current_edition()
    if edition is None:
        return None
    if not again and (there := set_of(edition)):
        return there
    with new_set(edition.number) as path:
        files = write_files(path, edition, FORMS, told)
        rows = sum(file.rows or 0 for file in files)
        made_at = timezone.now().isoformat(timespec="seconds")
        made = FileSet(path, edition.number, edition.published_at.isoformat(), made_at, rows, tuple(files))
        write_manifest(path, made)
    return read_set(path.with_name(str(edition.number)))


def write_files(
    path: Path, edition: Edition | None, wanted: Iterable[type[Form]], told: Told = lambda table, rows: None
) -> list[FileOfSet]:
    forms = [form(path, edition) for form in wanted]
    described = [_write_table(table, forms, told) for table in tables()]
    for form in forms:
        form.close()
    files = [file for each in described if (file := _of_table(path, each))]
    files += [_of_set(path, name, *WHOLE[name]) for name in WHOLE if (path / name).exists()]
    return [*_write_beside(path, edition, described, files), *files]


class _Described:
    def __init__(self, reader: TableReader) -> None:
        self.reader, self.rows = reader, 0
        self.sources: set[str] = set()

    def see(self, batch: Batch) -> None:
        self.rows += len(batch.rows)
        names = [column.name for column in self.reader.columns]
        for name in NAMES_OF_SOURCES.intersection(names):
            self.sources.update(batch.columns[names.index(name)])
        if self.reader.table.name == "sources":
            self.sources.update(batch.columns[names.index("slug")])


def _write_table(table: Table, forms: Sequence[Form], told: Told) -> _Described:
    described = _Described(TableReader(table, {}))
    for form in forms:
        form.begin(described.reader)
    for batch in described.reader.batches():
        described.see(batch)
        for form in forms:
            form.add(batch)
        told(table.name, described.rows)
    for form in forms:
        form.end()
    told(table.name, described.rows)
    return described


# What stands beside the rows -----------------------------------------------------------------------------------------


def _write_beside(
    path: Path, edition: Edition | None, described: Sequence[_Described], files: Sequence[FileOfSet]
) -> Iterator[FileOfSet]:
    at = absolute(f"/download/{edition.number if edition else 0}/")
    resources = list(_resources(described, files))
    texts = {
        DESCRIPTION: _json(package(edition, resources, profile="data-package")),
        CATALOG: _json(dcat(edition, at, files)),
        SUMS: "".join(f"{file.sha256}  {file.path}\n" for file in files),
    }
    for name, text in texts.items():
        (path / name).write_text(text)
        yield _of_set(path, name, *BESIDE[name])


def _resources(described: Sequence[_Described], files: Sequence[FileOfSet]) -> Iterator[dict]:
    by_path = {file.path: file for file in files}
    sources = {source.slug: source for source in Source.objects.all()}
    for each in described:
        slugs = sorted(slug for slug in each.sources if slug)
        name = _path_of(each)
        if file := by_path.get(name):
            yield table_resource(each.reader, name, "parquet") | _whole(file) | _credits(slugs, sources)
    everything = _credits(sorted({slug for each in described for slug in each.sources if slug}), sources)
    for name in WHOLE:
        if file := by_path.get(name):
            form = name.partition(".")[2]
            about = {"name": f"all-{form.replace('.', '-')}", "path": name, "description": file.title, "format": form}
            yield about | {"mediatype": file.media_type} | _whole(file) | everything


def _whole(file: FileOfSet) -> dict:
    rows = {} if file.rows is None else {"rows": file.rows}
    return {"bytes": file.bytes, "hash": f"sha256:{file.sha256}"} | rows


def _credits(slugs: Iterable[str], sources: dict[str, Source]) -> dict:
    """Publishers and licenses; the table of sources has each document."""
    publishers: dict[str, list[Source]] = defaultdict(list)
    licenses: dict[tuple[str, str], list[str]] = defaultdict(list)
    for source in (sources[slug] for slug in slugs if slug in sources):
        publishers[source.publisher].append(source)
        licenses[source.licence, source.licence_url].append(source.slug)
    return {
        "sources": [_publisher(name, each) for name, each in sorted(publishers.items())],
        "licenses": [
            {"name": name or "not-stated", "title": _of_sources(name, slugs)} | ({"path": url} if url else {})
            for (name, url), slugs in sorted(licenses.items())
        ],
    }


def _publisher(name: str, sources: Sequence[Source]) -> dict[str, str]:
    first = sources[0]
    if len(sources) == 1:
        return {"title": str(first), "path": first.url or absolute(first.get_absolute_url())}
    return {"title": f"{name}: {len(sources)} documents, in the table of sources", "path": absolute("/sources/")}


def _of_sources(name: str, slugs: Sequence[str]) -> str:
    shown = ", ".join(slugs[:5]) + (f" and {len(slugs) - 5} more" if len(slugs) > 5 else "")
    return f"{name or 'License not stated'} ({shown})"


def _of_table(path: Path, each: _Described) -> FileOfSet | None:
    name = _path_of(each)
    if not (path / name).exists():
        return None
    return _of_set(path, name, PARQUET, each.reader.table.description, each.rows)


def _path_of(each: _Described) -> str:
    return f"{ParquetTables.name}/{each.reader.table.name}.parquet"


def _of_set(path: Path, name: str, media_type: str, title: str, rows: int | None = None) -> FileOfSet:
    file = path / name
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return FileOfSet(name, media_type, title, file.stat().st_size, digest, rows)


def _json(value: dict) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
