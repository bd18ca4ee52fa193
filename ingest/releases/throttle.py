"""Turns at writing: on SQLite one writes at a time, and whoever waits asks again every tenth of a second."""

import time

from django.db import connection

PAUSE = 0.12  # seconds: longer than the time between two askings, so that nobody who waits misses it


def give_way() -> None:
    """Let others write, between two transactions that would follow each other at once. A server needs no such thing."""
    if connection.vendor == "sqlite":
        time.sleep(PAUSE)
