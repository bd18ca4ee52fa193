"""How the server runs: python -m config.serve.

PORT             the port on the loopback address (default: 8000)
WEB_CONCURRENCY  how many processes answer (default: 1), each with a few threads
"""

import os
import sys
from importlib import import_module

from django.core.exceptions import ImproperlyConfigured

from config import env

LIFETIME = 6 * 60 * 60
"""Seconds after which a process is replaced by a new one, while others answer."""


def main(application: str = "config.rsgi:application") -> None:
    """Serve the application until told to stop; a wrong setting is told in a line, before anything is served."""
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces, Loops
    from granian.log import LogLevels

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        port = env.number("PORT", default=8000, least=1, most=2**16 - 1)
        workers = env.number("WEB_CONCURRENCY", default=1, least=1, most=64)
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    Granian(
        application,
        address="127.0.0.1",
        port=port,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,  # a proxy in front speaks the newer ones
        loop=Loops.uvloop,
        websockets=False,
        workers=workers,
        respawn_failed_workers=True,
        workers_lifetime=LIFETIME if workers > 1 else None,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main()
