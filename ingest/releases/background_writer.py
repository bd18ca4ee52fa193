from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import DEFAULT_DB_ALIAS, connection, connections


class BackgroundWriter:
    """Runs one task after another, in a thread where the database is a server, at once on SQLite.

    The next call raises what a task raised. Tasks use the caller's connection.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1, initializer=_with_connection()) if _is_server() else None
        self._last: Future | None = None

    def do(self, work: Callable[[], None]) -> None:
        self.wait()
        if self._threads:
            self._last = self._threads.submit(work)
        else:
            work()

    def wait(self) -> None:
        last, self._last = self._last, None
        if last:
            last.result()

    def close(self) -> None:
        if self._threads:
            self._threads.shutdown()
            connection.dec_thread_sharing()


def _is_server() -> bool:
    return connection.vendor != "sqlite"


def _with_connection() -> Callable[[], None]:
    ours = connections[DEFAULT_DB_ALIAS]
    ours.inc_thread_sharing()

    def begin() -> None:
        connections[DEFAULT_DB_ALIAS] = ours

    return begin
