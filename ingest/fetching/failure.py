class FetchFailed(Exception):  # noqa: N818 (as ImportRefused)
    """A file that could not be fetched, and why, in words."""


class NotThere(FetchFailed):
    """The publisher has no file at the address."""
