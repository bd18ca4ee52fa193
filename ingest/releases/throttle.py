import time

from django.db import connection

PAUSE = 0.12  # seconds: longer than the time between two askings, so that nobody who waits misses it


def give_way() -> None:
    """Let waiting writers in on SQLite, where they ask again every tenth of a second."""
    if connection.vendor == "sqlite":
        time.sleep(PAUSE)
