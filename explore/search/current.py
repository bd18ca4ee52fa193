from dataclasses import dataclass, replace
from threading import Lock

from explore.search.answer import SearchAnswer
from explore.search.grades import in_schools
from explore.search.index import TitleIndex
from explore.search.phrases import job_in
from explore.search.places import PlaceNames, read_place_names
from explore.search.questions import list_for
from explore.search.titles import read_titles
from facts.edition_key import once_per_edition
from facts.models import Edition

_making = Lock()


@dataclass(frozen=True, slots=True)
class SearchIndex:
    titles: TitleIndex
    places: PlaceNames

    def search(self, query: str, *, correct: bool = True) -> SearchAnswer:
        """A title as typed; else the job, the place or the list that is asked for."""
        if not correct or self.titles.has(query):
            return self.titles.search(query, correct=correct)
        found = self.places.find(query)
        rest, place = (found.rest, found.place) if found else (query, None)
        params = list_for(rest) if rest else {}
        if params is not None and (rest or place):
            return SearchAnswer(query, place=place, list=params | ({"place": place.code} if place else {}))
        return replace(self.titles.search(in_schools(job_in(rest))), query=query, place=place)


def search(query: str, *, correct: bool = True) -> SearchAnswer:
    """One query; the first search of an edition builds its index."""
    return current_index().search(query, correct=correct)


def current_index() -> SearchIndex:
    edition = Edition.objects.newest_first().first()
    with _making:
        return _index(edition)


@once_per_edition(maxsize=1)
def _index() -> SearchIndex:
    return SearchIndex(TitleIndex(read_titles()), read_place_names())
