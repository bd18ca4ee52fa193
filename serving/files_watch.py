"""Files of new editions, where the server is to make them."""

import logging
import subprocess
import sys
import time

from django.conf import settings
from django.db import DatabaseError, connections

from api.export.due import is_due

EVERY = 30
"""Seconds between two looks."""
BUILD = [sys.executable, "-m", "django", "build_files", "--due", "--verbosity", "0"]
"""In a process of its own, which gives way to the server's."""

logger = logging.getLogger("rungs.files")


def watch_editions() -> None:
    """For a thread: never returns."""
    while True:
        time.sleep(EVERY)
        build_if_due()


def build_if_due() -> None:
    """Raises nothing: what fails is tried again."""
    try:
        if is_due():
            subprocess.run(BUILD, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True)  # noqa: S603
    except subprocess.CalledProcessError as error:
        logger.warning("The files of the newest edition were not made: %s", error.stderr.strip())
    except (DatabaseError, OSError) as error:
        logger.warning("The files of the newest edition were not made: %s", error)
    finally:
        connections.close_all()
