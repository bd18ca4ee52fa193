"""Releases in several files: parts that a file has no rows of stay as they were."""

from itertools import islice
from typing import Any

from django.db import connection, models, transaction

from facts.models import Release
from ingest.releases.staging import STAGED
from ingest.releases.table import SourceTable
from ingest.releases.throttle import give_way

COPIED_AT_ONCE = 20  # parts, of some hundreds of rows at most


class Parts:
    def __init__(self, table: SourceTable, staged: Release) -> None:
        self._table = table
        self._staged = staged
        self._spoken_for = set(self._parts(staged))

    def standing(self, release: Release) -> list[tuple]:
        return [part for part in self._parts(release) if part not in self._spoken_for]

    def count(self, release: Release) -> int:
        return sum(self._rows(release, part).count() for part in self.standing(release))

    def keep(self, release: Release) -> None:
        parts = iter(self.standing(release))
        while some := list(islice(parts, COPIED_AT_ONCE)):
            with transaction.atomic():
                for part in some:
                    self._copy(self._rows(release, part))
            give_way()

    def _parts(self, release: Release) -> list[tuple]:
        names = [self._table.model._meta.get_field(name).attname for name in self._table.part]
        if not names:  # a file is a whole release
            return []
        return list(self._table.model._base_manager.filter(release=release).order_by().values_list(*names).distinct())

    def _rows(self, release: Release, part: Any) -> models.QuerySet:
        names = dict(zip(self._table.part, part, strict=True))
        return self._table.model._base_manager.filter(release=release, **names)

    def _copy(self, rows: Any) -> None:
        model = self._table.model
        quote = connection.ops.quote_name
        columns = [str(field.column) for field in model._meta.concrete_fields if not field.primary_key]
        copied = [self._copied(column) for column in columns]
        pks, parameters = rows.order_by().values("pk").query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(map(quote, columns))})"  # noqa: S608
                f" SELECT {', '.join(copied)} FROM {quote(model._meta.db_table)} WHERE id IN ({pks})",
                parameters,
            )

    def _copied(self, column: Any) -> str:
        if column == "release_id":
            return str(self._staged.pk)
        if self._table.unique and column == self._table.columns([self._table.unique])[0]:
            return f"{connection.ops.quote_name(column)} || '{STAGED}'"
        return connection.ops.quote_name(column)
