from django.db import InterfaceError, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

RETRY_AFTER = 5
"""Seconds after which one may ask again; a database that starts is back in less."""


def is_away(error: Exception) -> bool:
    """Whether a retry may succeed."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    return any(_is_lost(connection) for connection in connections.all(initialized_only=True))


def _is_lost(connection: BaseDatabaseWrapper) -> bool:
    return connection.connection is None or not connection.is_usable()
