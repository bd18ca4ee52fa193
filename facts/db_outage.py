"""Telling a database that is away from a question that it cannot answer."""

from django.db import InterfaceError, OperationalError, connections

RETRY_AFTER = 5
"""Seconds after which one may ask again; a database that starts is back in less."""


def is_away(error: Exception) -> bool:
    """Whether the error means that a database has gone, or cannot be reached: another try may succeed."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    return any(_is_lost(connection) for connection in connections.all(initialized_only=True))


def _is_lost(connection) -> bool:
    return connection.connection is None or not connection.is_usable()
