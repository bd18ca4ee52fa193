"""The index of the titles that are public now."""

from datetime import datetime
from threading import Lock

from explore.search.answer import Answer
from explore.search.index import TitleIndex
from explore.search.titles import read_titles
from facts.models import Edition

_kept: dict[tuple[int, datetime], TitleIndex] = {}
_making = Lock()


def search(query: str, *, correct: bool = True) -> Answer:
    """Careers and occupations whose titles match `query`, the best first, at most some hundreds.

    With `correct` false words are taken as they are typed. One query to the database tells which edition is
    current; the first search of an edition reads its titles.
    """
    return current_index().search(query, correct=correct)


def current_index() -> TitleIndex:
    """The index of the current edition; made afresh each time while there is no edition to tell what is new."""
    edition = Edition.objects.newest_first().values_list("number", "published_at").first()
    if edition is None:
        return TitleIndex(read_titles())
    with _making:
        if edition not in _kept:
            _kept.clear()  # before there is a new one: the two at once would be what a process has most in memory
            _kept[edition] = TitleIndex(read_titles())
        return _kept[edition]
