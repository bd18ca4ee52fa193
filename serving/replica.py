"""Public reads use a replica; sessions, writes and commands use the primary."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings

from serving.addresses import DESK

PRIMARY: str = "default"
REPLICA: str = "replica"

_read_from = ContextVar("read_from", default=PRIMARY)


class ReplicaRouter:
    def db_for_read(self, model: Any, **hints: Any) -> str:
        return _read_from.get()

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return PRIMARY

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == PRIMARY


class ReplicaRouting:
    """Must be the outermost WSGI application: it sets the read database per request."""

    def __init__(self, application: Callable) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        _read_from.set(REPLICA if is_public(environ) else PRIMARY)
        return self.application(environ, start_response)


@contextmanager
def as_public() -> Iterator[None]:
    before = _read_from.set(REPLICA)
    try:
        yield
    finally:
        _read_from.reset(before)


def is_public(environ: dict[str, Any]) -> bool:
    has_session = f"{settings.SESSION_COOKIE_NAME}=" in environ.get("HTTP_COOKIE", "")
    is_desk = environ["PATH_INFO"].startswith(DESK)
    return environ["REQUEST_METHOD"] in ("GET", "HEAD") and not has_session and not is_desk
