class ImportRefused(Exception):  # noqa: N818 (an outcome, told to a person)
    """A file that is not imported, with the reason in words for the person who offered it."""


class RowRejected(ValueError):  # noqa: N818 (an outcome, told to a person)
    """A row, or a cell of it, that is left out of an import, with the reason in words.

    `kind` says the same without what differs from row to row, for counting.
    """

    def __init__(self, reason: str, *, kind: str = ""):
        super().__init__(reason)
        self.kind = kind


class UnknownMarker(RowRejected):
    """That a cell holds a sign in place of a number, and not one that is known."""
