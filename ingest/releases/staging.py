from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import DataError, IntegrityError, models, transaction

from facts.models import Release
from ingest.releases.background_writer import BackgroundWriter
from ingest.releases.bulk import BulkWriter
from ingest.releases.columns import SourceColumn, SourceColumns, is_blank
from ingest.releases.names import save_names
from ingest.releases.progress import Progress
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.report import ImportReport
from ingest.releases.rows import Rows
from ingest.releases.shared import SharedRows
from ingest.releases.table import SourceTable

STAGED = "--importing"
ROWS_AT_ONCE = 5_000  # written in a fraction of a second; reading the next ones takes long enough for others’ turns
TOLD_EVERY = 1_000  # rows


class Staging:
    """What an importer loads into; written in short batches, hidden until published. Raises ImportRefused."""

    def __init__(
        self, release: Release, tables: Iterable[SourceTable], report: ImportReport, progress: Progress
    ) -> None:
        self.release = release
        self.report = report
        self.at_publication: list[Callable[[], None]] = []  # done in the transaction that makes the release ready
        self._progress = progress
        self._shared: dict[type[models.Model], SharedRows] = {}
        self._batches: dict[SourceTable, list[Sequence]] = {table: [] for table in tables}
        self._keys: dict[SourceTable, dict[tuple, int]] = defaultdict(dict)
        self._behind = BackgroundWriter()
        self._writers = {table: BulkWriter(table.model, ["release", *table.fields]) for table in self._batches}

    def shared(self, model: type[models.Model]) -> SharedRows:
        if model not in self._shared:
            self._shared[model] = SharedRows(model, self.release)
        return self._shared[model]

    def records(self, rows: Rows, columns: Sequence[SourceColumn]) -> Iterator[tuple[int, list]]:
        found = SourceColumns(rows, columns)
        self._progress.start(rows.name)
        for row in rows:
            if is_blank(row):
                continue
            number = rows.number
            self.report.read += 1
            if number % TOLD_EVERY == 0:
                self._progress.advance(number, rows.done)
            try:
                values = found.values(row)
            except RowRejected as rejected:
                self.report.reject(rows.name, number, str(rejected), kind=rejected.kind)
            else:
                yield number, values
            if found.unread:
                self.report.leave_out(found.unread)
                found.unread.clear()
        self._progress.advance(rows.number, 1)

    def take(self, rows: Rows, columns: Sequence[SourceColumn], take: Callable[[list], None]) -> None:
        for number, values in self.records(rows, columns):
            try:
                take(values)
            except RowRejected as rejected:
                self.report.reject(rows.name, number, str(rejected), kind=rejected.kind)

    def add(self, table: SourceTable, row: Sequence) -> None:
        """Raises RowRejected for a second row of one key."""
        key = table.key_of(row)
        keys = self._keys[table]
        said = hash(tuple(row))
        if key in keys:
            raise _second(key, is_same=keys[key] == said)
        keys[key] = said
        batch = self._batches[table]
        batch.append(row)
        if len(batch) >= ROWS_AT_ONCE:
            self.save()

    def save(self) -> None:
        batches = {table: rows for table, rows in self._batches.items() if rows}
        added = [(shared, shared.take()) for shared in self._shared.values()]
        self._batches = {table: [] for table in self._batches}
        self._behind.do(lambda: self._write(batches, added))

    def check(self) -> None:
        for shared in self._shared.values():
            shared.check()

    @contextmanager
    def batch(self) -> Iterator[None]:
        self._behind.wait()
        with self._in_words(), transaction.atomic():
            yield

    def __enter__(self) -> "Staging":
        return self

    def __exit__(self, failure: Any, *traceback: Any) -> None:
        try:
            if failure is None:
                self.save()
                self._behind.wait()
                self._save_names()
        finally:
            self._behind.close()

    def _save_names(self) -> None:
        for shared in self._shared.values():
            with self._in_words(), transaction.atomic():
                save_names(shared, self.release)

    def _write(self, batches: dict[SourceTable, list[Sequence]], added: list[tuple[SharedRows, list]]) -> None:
        with self._in_words(), transaction.atomic():
            for shared, rows in added:
                shared.create(rows)
            for table, rows in batches.items():
                self._writers[table].write(self._resolved(table, rows))

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except (IntegrityError, DataError) as problem:
            raise ImportRefused(f"The database does not take what {self.report.file} says: {problem}") from problem

    def _resolved(self, table: SourceTable, rows: Any) -> Iterator[list]:
        release = self.release.pk
        links = [(place + 1, self.shared(model).pks) for place, model in table.links.items()]
        unique = list(table.fields).index(table.unique) + 1 if table.unique else None
        for row in rows:
            resolved = [release, *row]
            for place, pks in links:
                resolved[place] = pks[resolved[place]]
            if unique:
                resolved[unique] += STAGED
            yield resolved


def _second(key: tuple, *, is_same: bool) -> RowRejected:
    if is_same:
        return RowRejected(f"{_words(key)} again, with the same figures", kind="the same again, with the same figures")
    return RowRejected(f"{_words(key)} again, with other figures", kind="the same again, with other figures")


def _words(key: Any) -> str:
    if not isinstance(key, tuple):  # of one field
        return str(key)
    return ", ".join("/".join(map(str, part)) if isinstance(part, tuple) else str(part) for part in key)
