from api.paging import SlicedPages
from api.paging.page import ListPage
from api.serializers.hits import HitSerializer
from api.views.lists import ListView
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Words, YesNo
from explore.search import search
from explore.search.answer import Hit
from explore.search.entry import SearchKind


class SearchFilter(Filters):
    q = Words(required=True, help_text="What somebody typed: a title, part of one, a short form, a code.")
    kind = Choices(words=[(kind.value, kind.value) for kind in SearchKind], help_text="Careers or occupations only.")
    correct = YesNo(help_text="Whether spelling is corrected; it is unless told.")


class Search(ListView):
    """Careers and occupations by title, the best match first, with typing errors corrected."""

    no_editions = "Search finds what is public now; lists and rows are given as earlier editions had them."
    noun = "search"
    serializer = HitSerializer
    filters = SearchFilter
    paging = SlicedPages()

    def select(self, filters: Filters) -> list[Hit]:
        self.found = search(filters.asked["q"], correct=filters.asked.get("correct", True))
        kinds = filters.asked.get("kind", [kind.value for kind in SearchKind])
        return [hit for hit in self.found.hits if hit.kind in kinds]

    @classmethod
    def envelope(cls) -> tuple[str, ...]:
        return ("read_as", *super().envelope())

    def enveloped(self, page: ListPage, results: list) -> dict:
        return {"read_as": self.found.read_as, **super().enveloped(page, results)}
