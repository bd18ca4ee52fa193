import os
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from facts.models import Edition
from serving.backup import archive, postgresql_copy, sqlite_copy
from serving.backup.archive import FORMAT, BackupRefused, Manifest

COPIES: dict[str, ModuleType] = {"sqlite": sqlite_copy, "postgresql": postgresql_copy}
SETTINGS = ("DATABASE_URL", "RUNGS_", "PORT", "WEB_CONCURRENCY")


def back_up(path: Path) -> Manifest:
    """Raises BackupRefused or OSError."""
    if path.exists():
        raise BackupRefused(f"{path} is there already.")
    connection: Any = connections[DEFAULT_DB_ALIAS]
    with TemporaryDirectory(prefix="rungs-backup-", dir=path.parent) as folder, archive.new_file(path) as part:
        copy = Path(folder, archive.DATABASE)
        rows = COPIES[connection.vendor].dump(connection, copy)
        manifest = _manifest(connection, copy, rows)
        archive.write(part, copy, manifest)
    return manifest


def restore(path: Path, *, replace: bool) -> Manifest:
    """Raises BackupRefused unless empty or with `replace`."""
    connection: Any = connections[DEFAULT_DB_ALIAS]
    manifest = archive.read_manifest(path)
    _check_fit(connection, manifest, replace=replace)
    with archive.unpacked(path, manifest) as copy:
        COPIES[connection.vendor].restore(connection, copy)
    if (rows := COPIES[connection.vendor].count_rows(connection)) != manifest.rows:
        raise BackupRefused(f"Restored, but these tables differ in rows: {_differences(rows, manifest.rows)}")
    return manifest


def unapplied_migrations() -> list[str]:
    loader = MigrationLoader(connections[DEFAULT_DB_ALIAS])
    return [f"{app}.{name}" for app, name in sorted(loader.graph.nodes) if (app, name) not in loader.applied_migrations]


def _check_fit(connection: Any, manifest: Manifest, *, replace: bool) -> None:
    if manifest.vendor != connection.vendor:
        raise BackupRefused(f"It is of {manifest.vendor}, and this is {connection.vendor}: see manage.py move.")
    known = {f"{app}.{name}" for app, name in MigrationLoader(connection).graph.nodes}
    if unknown := sorted(set(manifest.migrations) - known):
        raise BackupRefused(f"It is of a newer version of Rungs, with {', '.join(unknown)}.")
    if not replace and connection.introspection.table_names():
        raise BackupRefused("The database is not empty. Add --replace to lose what is in it.")


def _manifest(connection: Any, copy: Path, rows: dict[str, int]) -> Manifest:
    edition = Edition.objects.order_by("-number").first() if rows.get(Edition._meta.db_table) else None
    return Manifest(
        format=FORMAT,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        vendor=connection.vendor,
        edition=edition.number if edition else None,
        sha256=archive.sha256_of(copy),
        size=copy.stat().st_size,
        rows=rows,
        migrations=sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()),
        settings=sorted(name for name in os.environ if name.startswith(SETTINGS)),
        not_included=[
            f"{settings.DATA_DIR} (files of statistical agencies)",
            "the environment (secret key, passwords)",
        ],
    )


def _differences(rows: dict[str, int], expected: dict[str, int]) -> str:
    names = sorted(name for name in rows | expected if rows.get(name) != expected.get(name))
    return ", ".join(f"{name} ({rows.get(name)} for {expected.get(name)})" for name in names)
