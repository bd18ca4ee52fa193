"""The RSGI application for config.serve: WSGI behind a response cache."""

import gc
import logging
import os
import sys
import threading
import time
from pathlib import Path

from config import databases
from config.wsgi import django_application

# isort: split
# config.wsgi sets Django up, which the rest needs
from django.conf import settings

from ingest.releases.leftovers import clear_leftovers
from serving.files_watch import watch_editions
from serving.metrics import MeasuredServer
from serving.replica import ReplicaRouting
from serving.response_cache import ResponseCache
from serving.rsgi_server import RsgiServer
from serving.small_responses import warm_up

SWITCH_SECONDS = 0.001
"""For which a thread keeps the others waiting; Python's default of 5 ms is long for a kept response."""

LOOK_SECONDS = 5
"""How often a process on a full disk looks whether there is room again."""


def end_once_there_is_room(path: Path) -> None:
    logging.getLogger("rungs.server").warning("The disk of %s is full: readers are served, edits are refused", path)
    while not databases.has_room(path):
        time.sleep(LOOK_SECONDS)
    os._exit(1)  # the server starts another in its place


response_cache = ResponseCache(
    django_application,
    capacity=settings.CACHE_BYTES,
    origin_header=settings.SECURE_PROXY_SSL_HEADER[0] if settings.SECURE_PROXY_SSL_HEADER else "wsgi.url_scheme",
)
server = RsgiServer(response_cache, ReplicaRouting(response_cache))
application = MeasuredServer(server) if settings.METRICS_ADDRESS else server

sys.setswitchinterval(SWITCH_SECONDS)
warm_up()

# A full collection stops every thread while it walks over all objects: 54 ms for those that the start made, which stay.
gc.collect()
gc.freeze()

if path := databases.read_only_path(settings.DATABASES["default"]):
    threading.Thread(target=end_once_there_is_room, args=[path], daemon=True).start()
else:
    threading.Thread(target=clear_leftovers, daemon=True).start()
    if settings.BUILD_FILES:
        threading.Thread(target=watch_editions, daemon=True).start()
