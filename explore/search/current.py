from threading import Lock

from explore.search.answer import SearchAnswer
from explore.search.index import TitleIndex
from explore.search.titles import read_titles
from facts.edition_key import once_per_edition
from facts.models import Edition

_making = Lock()


def search(query: str, *, correct: bool = True) -> SearchAnswer:
    """One query; the first search of an edition builds its index."""
    return current_index().search(query, correct=correct)


def current_index() -> TitleIndex:
    edition = Edition.objects.newest_first().first()
    with _making:
        return _index(edition)


@once_per_edition(maxsize=1)
def _index() -> TitleIndex:
    return TitleIndex(read_titles())
