"""The database a DATABASE_URL names, with the options that suit its kind."""

from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

# Readers go on while somebody writes (WAL), and a writer waits its turn rather than failing half-way (IMMEDIATE). Pages
# of the file are left to the system's memory: a larger cache would be each thread's own, and saves nothing measurable.
SQLITE_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL")
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "".join(f"PRAGMA {pragma};" for pragma in SQLITE_PRAGMAS),
}

# A server that does not answer is away, rather than waited for: seconds to connect, milliseconds for what was sent.
POSTGRES_OPTIONS = {"connect_timeout": 3, "tcp_user_timeout": 3_000}


def from_url(url: str) -> dict[str, Any]:
    """Django's settings for the database at `url`; ImproperlyConfigured when it is no database's address."""
    try:
        database: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL is not a database's address: {error}") from error
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["OPTIONS"] = SQLITE_OPTIONS | database.get("OPTIONS", {})
    if database["ENGINE"] == "django.db.backends.postgresql":
        database["OPTIONS"] = POSTGRES_OPTIONS | database.get("OPTIONS", {})
    return database
