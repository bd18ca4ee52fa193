from typing import Protocol


class Progress(Protocol):
    """`done` is the share of the file that is read, from 0 to 1."""

    def start(self, what: str) -> None: ...

    def advance(self, rows: int, done: float) -> None: ...


class NoProgress:
    def start(self, what: str) -> None: ...

    def advance(self, rows: int, done: float) -> None: ...
