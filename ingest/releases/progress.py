"""How far an import has come, for whoever waits for it."""

from typing import Protocol


class Progress(Protocol):
    """Told of what is being done; rows and the share of the file that is read, from 0 to 1."""

    def start(self, what: str) -> None:
        """A file, or another part of the work, begins."""

    def advance(self, rows: int, done: float) -> None:
        """So many rows of it are done in all, and this share of it."""


class NoProgress:
    """Says nothing."""

    def start(self, what: str) -> None:
        """Nothing is said."""

    def advance(self, rows: int, done: float) -> None:
        """Nothing is said."""
