import logging

from django.db import DatabaseError, connections

from ingest.releases.clearing import hidden_releases, sweep
from ingest.releases.lock import import_lock
from ingest.releases.refusal import ImportRefused

logger = logging.getLogger(__name__)


def clear_leftovers() -> None:
    """Delete what a killed import left. For a thread: closes its connections, and raises nothing."""
    try:
        if hidden_releases().exists():
            with import_lock():
                count = hidden_releases().count()
                sweep()
            logger.info("Cleared %d releases that an import left unfinished", count)
    except ImportRefused:
        logger.info("An import is running: what it stages is left to it")
    except DatabaseError:
        logger.warning("What an import left unfinished could not be cleared; the next import does it.", exc_info=True)
    finally:
        connections.close_all()
