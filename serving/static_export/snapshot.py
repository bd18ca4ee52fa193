from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from api.export.snapshot import snapshot
from serving.replica import as_public


@contextmanager
def one_snapshot() -> Iterator[None]:
    """Requests inside share one database snapshot, so none closes its connection."""
    with as_public(), snapshot(), ExitStack() as afterwards:
        for signal in (request_started, request_finished):
            if signal.disconnect(close_old_connections):
                afterwards.callback(signal.connect, close_old_connections)
        yield
