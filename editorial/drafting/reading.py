"""A draft read against what is published; nothing is written."""

from collections.abc import Iterator
from contextlib import contextmanager

from editorial.drafting.drafted_rows import DraftReading, read_rows
from editorial.drafting.overlay import laid_over
from editorial.drafting.problems import find_problems
from editorial.models import Draft


@contextmanager
def as_drafted(draft: Draft, *, opened: int | None = None) -> Iterator[DraftReading]:
    """Every query reads the rows as drafted. Writes nothing, and refuses writes."""
    reading = read_draft(draft)
    with laid_over(reading.overlay(opened)):
        yield reading


def read_draft(draft: Draft) -> DraftReading:
    reading = DraftReading(list(draft.proposals.select_related("draft__author", "editor")))
    read_rows(reading)
    find_problems(reading)
    return reading
