"""Separate thread pools for readers, editors, long responses and sign-ins, so that none delays another."""

import re
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

from serving.addresses import DESK

Result = TypeVar("Result")

SIZES = {"pages": (4, 64), "desk": (2, 16), "exports": (2, 8), "sign-in": (1, 8)}
"""Threads, and how many requests may wait for one, in each process. A sign-in takes a core for a third of a second."""
HASHES_PASSWORDS = re.compile(rf"{DESK}(login/|password_change/|reset/|auth/user/add/|auth/user/[^/]+/password/)")
EXPORT = re.compile(r".*\.csv$")


class PoolFull(Exception):  # noqa: N818 - a state rather than a mistake
    """As many requests wait as may."""


class WorkPool:
    def __init__(self, name: str, threads: int, queue: int) -> None:
        self.name, self.load, self._capacity = name, 0, threads + queue
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._lock = Lock()

    @property
    def is_full(self) -> bool:
        return self.load >= self._capacity

    def submit(self, work: Callable[[], Result]) -> Future[Result]:
        """Raises PoolFull. A canceled future leaves the queue at once."""
        with self._lock:
            if self.is_full:
                raise PoolFull
            self.load += 1
        future = self._threads.submit(work)
        future.add_done_callback(self._leave)
        return future

    def _leave(self, future: Future) -> None:
        with self._lock:
            self.load -= 1


def make_pools() -> dict[str, WorkPool]:
    return {name: WorkPool(name, threads, queue) for name, (threads, queue) in SIZES.items()}


def pool_name(method: str, path: str) -> str:
    """Whose threads answer: "pages", "desk", "exports" or "sign-in".

    >>> pool_name("POST", "/admin/login/"), pool_name("GET", "/admin/login/")
    ('sign-in', 'desk')
    >>> pool_name("GET", "/api/v1/careers/"), pool_name("GET", "/api/v1/careers.csv")
    ('pages', 'exports')
    """
    if path.startswith(DESK):
        return "sign-in" if method == "POST" and HASHES_PASSWORDS.match(path) else "desk"
    return "exports" if EXPORT.match(path) else "pages"
