import time
from typing import Any

from django.db import DatabaseError, connections, router

from facts.edition_key import EditionKey, read_edition_key
from facts.models import Edition

PAUSE = 1.0
"""Seconds for which a database that is away is not asked again."""


class DatabaseAway(Exception):  # noqa: N818 - a state of the database rather than a mistake
    """The database does not answer."""


class EditionProbe:
    def __init__(self) -> None:
        self._away_until = 0.0

    def current(self) -> EditionKey | None:
        """None before the first edition. Raises DatabaseAway."""
        if self._away_until and time.monotonic() < self._away_until:
            raise DatabaseAway
        connection: Any = connections[router.db_for_read(Edition)]
        try:
            return self._read(connection)
        except (DatabaseError, connection.Database.Error):
            self._away_until = time.monotonic() + PAUSE
            raise DatabaseAway from None

    def _read(self, connection: Any) -> EditionKey | None:
        if connection.connection is not None:
            try:
                return read_edition_key(connection)
            except connection.Database.Error:
                connection.close()  # it went away since the last request; a new connection may work
        connection.ensure_connection()
        return read_edition_key(connection)
