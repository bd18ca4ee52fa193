"""A SQLite database of all tables, with views (views.sql) and full-text search (search.sql)."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from api.export.batches import Batch, TableReader
from api.export.columns import FileColumn
from api.export.descriptor import LICENSE, references
from api.export.writers.form import Form
from api.export.writers.packing import compressed
from facts.models import Edition

TYPES = {"number": "REAL", "integer": "INTEGER", "boolean": "INTEGER"}
SCRIPTS = (Path(__file__).with_name("views.sql"), Path(__file__).with_name("search.sql"))
PIECE = 1024 * 1024
QUICKLY = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192; PRAGMA cache_size = -32000;"
"""A database that is not completed is thrown away."""


class SqliteDatabase(Form):
    """Names have _ for -, lists and objects are JSON, yes and no are 1 and 0."""

    name = "sqlite"
    file_name = "rungs.sqlite.gz"

    def __init__(self, folder: Path, edition: Edition | None) -> None:
        super().__init__(folder, edition)
        self._plain = folder / self.file_name.removesuffix(".gz")
        self._database = sqlite3.connect(self._plain, isolation_level=None)
        self._database.executescript(QUICKLY)
        self._database.execute("BEGIN")

    def begin(self, reader: TableReader) -> None:
        name = sql_name(reader.table.name)
        self._database.execute(f"CREATE TABLE {name} ({', '.join(_declared(reader))}) STRICT")
        holes = ", ".join("?" * len(reader.columns))
        self._insert = f"INSERT INTO {name} VALUES ({holes})"  # noqa: S608 - names are ours

    def add(self, batch: Batch) -> None:
        self._database.executemany(self._insert, zip(*batch.columns, strict=True))

    def close(self) -> None:
        self._about()
        self._database.execute("COMMIT")
        for script in SCRIPTS:
            self._database.executescript(script.read_text())
        self._database.execute("PRAGMA optimize = 0x10002")
        self._database.close()
        with self._plain.open("rb") as plain, compressed(self.folder / self.file_name) as file:
            shutil.copyfileobj(plain, file, PIECE)
        self._plain.unlink()
        self.written.append(self.file_name)

    def _about(self) -> None:
        number = self.edition.number if self.edition else 0
        self._database.execute(f"PRAGMA user_version = {number:d}")
        self._database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) STRICT")
        published = self.edition.published_at.isoformat() if self.edition else None
        rows = (("edition", str(number)), ("published_at", published), ("license", LICENSE["title"]))
        self._database.executemany("INSERT INTO about VALUES (?, ?)", rows)


def sql_name(name: str) -> str:
    return name.replace("-", "_")


def _declared(reader: TableReader) -> Iterator[str]:
    for column in reader.columns:
        yield f"{_quoted(column.name)} {_type(column)}"
    if reader.table.key:
        yield f"PRIMARY KEY ({_names(reader.table.key)})"
    for reference in references({column.name for column in reader.columns}):
        there = reference["reference"]
        yield (
            f"FOREIGN KEY ({_names(reference['fields'])}) "
            f"REFERENCES {sql_name(there['resource'])} ({_names(there['fields'])})"
        )


def _type(column: FileColumn) -> str:
    return TYPES.get(column.type, "TEXT")


def _names(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f'"{name}"'
