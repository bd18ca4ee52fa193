from api.paging import SlicedPages
from api.serializers.hits import HitSerializer
from api.views.lists import List
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Words, YesNo
from explore.search import search
from explore.search.entry import SearchKind


class SearchFilter(Filters):
    """What is looked for, and how."""

    q = Words(required=True, help_text="What somebody typed: a title, part of one, a short form, a code.")
    kind = Choices(words=[(kind.value, kind.value) for kind in SearchKind], help_text="Careers or occupations only.")
    correct = YesNo(help_text="Whether spelling is corrected; it is unless told.")


class Search(List):
    """Careers and occupations by title, the best match first, however it is typed."""

    noun = "search"
    serializer = HitSerializer
    filters = SearchFilter
    paging = SlicedPages()

    def select(self, asked):
        """The hits of the kinds wanted."""
        self.found = search(asked.asked["q"], correct=asked.asked.get("correct", True))
        kinds = asked.asked.get("kind", [kind.value for kind in SearchKind])
        return [hit for hit in self.found.hits if hit.kind in kinds]

    @classmethod
    def envelope(cls):
        """Beside the pages, what the words were read as."""
        return ("read_as", *super().envelope())

    def enveloped(self, page, results):
        """The envelope with what the words were read as, where they were corrected."""
        return {"read_as": self.found.read_as, **super().enveloped(page, results)}
