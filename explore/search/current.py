"""The index of the titles that are public now."""

from threading import Lock

from explore.search.answer import Answer
from explore.search.index import TitleIndex
from explore.search.titles import read_titles
from facts.edition_key import once_per_edition
from facts.models import Edition

_making = Lock()


def search(query: str, *, correct: bool = True) -> Answer:
    """Careers and occupations whose titles match `query`, the best first, at most some hundreds.

    With `correct` false words are taken as they are typed. One query to the database tells which edition is
    current; the first search of an edition reads its titles.
    """
    return current_index().search(query, correct=correct)


def current_index() -> TitleIndex:
    """The index of the current edition; made afresh each time while there is no edition to tell what is new."""
    edition = Edition.objects.newest_first().first()
    with _making:
        return _index(edition)


@once_per_edition(maxsize=1)
def _index() -> TitleIndex:
    return TitleIndex(read_titles())
