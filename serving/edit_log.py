from sys import intern
from threading import Lock

from django.db import connections, router

from explore.jobs.standing import parts_changed
from facts.edition_key import EditionKey
from facts.models import Edition
from serving.cached_response import CachedResponse

PUBLISHED = "SELECT CAST(published_at AS TEXT) FROM facts_edition WHERE number = %s"


class EditLog:
    """Which edition last changed each part, of those since this process began to follow.

    `history` is another object once a backup was restored.
    """

    def __init__(self) -> None:
        self.history, self._lock = object(), Lock()
        self._newest: dict[str, int] = {}
        self._key: EditionKey | None = None

    def stands(self, response: CachedResponse, current: EditionKey) -> bool:
        """No queries, and so False beyond what was followed."""
        key = response.key
        if key == current:
            return True
        if (
            not response.parts
            or response.history is not self.history
            or key.day != current.day
            or self._key is None
            or self._key[:2] != current[:2]
        ):
            return False
        if any(self._newest.get(part, 0) > key.number for part in response.parts):
            return False
        response.key = current
        return True

    def follow(self, current: EditionKey) -> None:
        """Raises DatabaseError."""
        if self._key is not None and self._key[:2] == current[:2]:
            return
        with self._lock:
            if self._key is None:
                self._key = current
            elif not self._is_past(self._key):
                self.history, self._newest, self._key = object(), {}, current
            elif current.number > self._key.number:
                changed = parts_changed(self._key.number, current.number)
                self._newest |= {intern(part): number for part, number in changed.items()}
                self._key = current

    def _is_past(self, key: EditionKey) -> bool:
        with connections[router.db_for_read(Edition)].cursor() as cursor:
            cursor.execute(PUBLISHED, [key.number])
            return cursor.fetchone() == (key.published_at,)
