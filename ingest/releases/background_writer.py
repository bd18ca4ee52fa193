"""Writing while reading goes on: on a server, which works on one batch while the next is made ready here."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import DEFAULT_DB_ALIAS, connection, connections


class BackgroundWriter:
    """Does one piece of work after the other, in a thread of its own where the database is a server.

    On SQLite, which works in this process, each is done at once. What a piece raises is raised by the next call. The
    caller's connection is used, so whoever else wants it waits first.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1, initializer=_with_connection()) if _is_server() else None
        self._last: Future | None = None

    def do(self, work: Callable[[], None]) -> None:
        """Do `work` as soon as what came before it is done."""
        self.wait()
        if self._threads:
            self._last = self._threads.submit(work)
        else:
            work()

    def wait(self) -> None:
        """Return when everything is done; raises what went wrong with it."""
        last, self._last = self._last, None
        if last:
            last.result()

    def close(self) -> None:
        """Return when nothing is being done any more, whatever came of it."""
        if self._threads:
            self._threads.shutdown()
            connection.dec_thread_sharing()


def _is_server() -> bool:
    return connection.vendor != "sqlite"


def _with_connection() -> Callable[[], None]:
    """What a thread begins with in order to use this one's connection."""
    ours = connections[DEFAULT_DB_ALIAS]
    ours.inc_thread_sharing()

    def begin():
        connections[DEFAULT_DB_ALIAS] = ours

    return begin
