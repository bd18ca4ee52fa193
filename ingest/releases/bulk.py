import csv
import io
from collections.abc import Iterable, Sequence
from typing import cast

from django.db import connection, models

COPIED_AT_ONCE = 4 * 1024 * 1024  # characters; each piece waits for its turn among Python's threads


class BulkWriter:
    """Writes tuples in the order of `fields`, by COPY on PostgreSQL and executemany elsewhere.

    Constraints hold; no save(), signals or history.
    """

    def __init__(self, model: type[models.Model], fields: Sequence[str]) -> None:
        given = [cast(models.Field, model._meta.get_field(name)) for name in fields]
        self._table = connection.ops.quote_name(model._meta.db_table)
        self._columns = _quoted(given)
        self._never_null = _quoted(field for field in given if not field.null)
        self._holes = ", ".join(["%s"] * len(given))

    def write(self, rows: Iterable[Sequence]) -> None:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.copy_expert(self._copy, _as_csv(rows), size=COPIED_AT_ONCE)
            else:
                cursor.executemany(self._insert, cast(Sequence, rows))  # any iterable does

    @property
    def _insert(self) -> str:
        return f"INSERT INTO {self._table} ({self._columns}) VALUES ({self._holes})"  # noqa: S608

    @property
    def _copy(self) -> str:
        # In csv nothing is NULL, except in columns that cannot be: there it is an empty text.
        options = "FORMAT csv" + (f", FORCE_NOT_NULL ({self._never_null})" if self._never_null else "")
        return f"COPY {self._table} ({self._columns}) FROM STDIN WITH ({options})"


def _quoted(fields: Iterable[models.Field]) -> str:
    return ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)


def _as_csv(rows: Iterable[Sequence]) -> io.StringIO:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    text.seek(0)
    return text
