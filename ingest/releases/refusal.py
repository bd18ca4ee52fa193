class ImportRefused(Exception):  # noqa: N818 (an outcome, told to a person)
    """A file is not imported; the message tells its owner why."""


class RowRejected(ValueError):  # noqa: N818 (an outcome, told to a person)
    """A row or cell is left out; `kind` is the reason without what differs from row to row, for counting."""

    def __init__(self, reason: str, *, kind: str = "") -> None:
        super().__init__(reason)
        self.kind = kind


class UnknownMarker(RowRejected):
    """A sign in place of a number that is not known."""
