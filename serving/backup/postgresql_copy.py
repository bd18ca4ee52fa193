"""By pg_dump and psql."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from django.db import transaction

from serving.backup.archive import BackupRefused

DEBIAN_VERSIONS = Path("/usr/lib/postgresql")
OWNERLESS = ("--no-owner", "--no-privileges")


def dump(connection: Any, copy: Path) -> dict[str, int]:
    """Copy and row counts come from one snapshot."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        run(connection, "pg_dump", "--format=plain", *OWNERLESS, f"--snapshot={snapshot}", f"--file={copy}")
        return count_rows(connection)


def restore(connection: Any, copy: Path) -> None:
    """One transaction: a failure changes nothing."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    quoted = ", ".join(map(connection.ops.quote_name, tables))
    drop = f"--command=DROP TABLE IF EXISTS {quoted} CASCADE" if tables else "--command=SELECT 1"
    connection.close()
    options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
    run(connection, "psql", *options, drop, f"--file={copy}")


def count_rows(connection: Any) -> dict[str, int]:
    counts = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 - in the schema
            counts[table] = cursor.fetchone()[0]
    return counts


def run(connection: Any, program: str, *arguments: str) -> None:
    """Raises BackupRefused with the program's error output."""
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own programs
        [_path_of(program), *arguments], env=os.environ | _environment(connection), capture_output=True, text=True
    )
    if done.returncode:
        raise BackupRefused(f"{program} failed: {done.stderr.strip()}")


def _environment(connection: Any) -> dict[str, str]:
    settings = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    fields = {variable: str(settings[name]) for variable, name in names.items() if settings.get(name)}
    session = settings["OPTIONS"].get("target_session_attrs")
    return fields | {"PGTARGETSESSIONATTRS": session} if session else fields


def _path_of(program: str) -> str:
    versions = (path for path in DEBIAN_VERSIONS.glob(f"*/bin/{program}") if path.parts[-3].isdecimal())
    newest = max(versions, key=lambda path: int(path.parts[-3]), default=None)
    if found := newest or shutil.which(program):
        return str(found)
    raise BackupRefused(f"{program} is not on this machine (apt-get install postgresql-client).")
