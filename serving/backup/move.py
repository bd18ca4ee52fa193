import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction

from api.export.snapshot import snapshot
from serving.backup.archive import BackupRefused

TARGET = "target"
CHUNK = 1_000


def move(target: dict[str, Any], tell: Callable[[str], None]) -> dict[str, int]:
    """`target` is as in DATABASES. Raises BackupRefused, leaving it empty."""
    connections.settings[TARGET] = connections.settings[DEFAULT_DB_ALIAS] | {"OPTIONS": {}} | target
    if connections[TARGET].introspection.table_names():
        raise BackupRefused("The database to move to is not empty.")
    tell("Making the tables")
    call_command("migrate", database=TARGET, verbosity=0)
    with snapshot(), transaction.atomic(using=TARGET):
        _empty()
        counts = {}
        for model in tables():
            counts[model._meta.db_table] = _copy(model)
            tell(f"{model._meta.db_table}: {counts[model._meta.db_table]:,}")
        _reset_sequences()
        if different := [model._meta.db_table for model in tables() if digest(model, TARGET) != digest(model)]:
            raise BackupRefused(f"These tables arrived otherwise than they left: {', '.join(different)}.")
    return counts


def tables() -> list[type[models.Model]]:
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy]


def digest(model: type[models.Model], alias: str = DEFAULT_DB_ALIAS) -> int:
    names = [field.attname for field in model._meta.local_concrete_fields]
    rows = model._base_manager.using(alias).order_by("pk").values_list(*names)
    return sum(_digest_of(row) for row in rows.iterator(CHUNK)) % 2**256


def _digest_of(row: tuple) -> int:
    return int.from_bytes(sha256("\0".join(map(_text_of, row)).encode()).digest())


def _text_of(value: object) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, sort_keys=True)
    return repr(bytes(value)) if isinstance(value, memoryview) else repr(value)  # psycopg's bytes are a view


def _empty() -> None:
    with connections[TARGET].cursor() as cursor:
        quote = connections[TARGET].ops.quote_name
        names = ", ".join(quote(model._meta.db_table) for model in tables())
        if connections[TARGET].vendor == "postgresql":
            cursor.execute(f"TRUNCATE {names}")
        else:
            for model in tables():
                cursor.execute(f"DELETE FROM {quote(model._meta.db_table)}")  # noqa: S608 - a name in the schema


def _copy(model: type[models.Model]) -> int:
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    count = 0
    for batch in _batches(model):
        manager: Any = model._base_manager.using(TARGET)
        manager._insert(batch, fields=fields, using=TARGET, raw=True)
        count += len(batch)
    return count


def _batches(model: type[models.Model]) -> Iterator[list[models.Model]]:
    rows = model._base_manager.using(DEFAULT_DB_ALIAS).order_by("pk").iterator(CHUNK)
    while batch := list(islice(rows, CHUNK)):
        yield batch


def _reset_sequences() -> None:
    with connections[TARGET].cursor() as cursor:
        for statement in connections[TARGET].ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)
