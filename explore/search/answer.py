from dataclasses import dataclass, field

from explore.search.entry import As, SearchKind, Target
from explore.search.questions import Params
from facts.models import Place


@dataclass(frozen=True, slots=True)
class Hit:
    """`score` (0 to 1) orders hits within one answer only."""

    target: Target
    title: str
    stands_as: As
    score: float

    @property
    def kind(self) -> SearchKind:
        return self.target.kind

    @property
    def is_its_name(self) -> bool:
        return self.stands_as is As.NAME


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """`read_as` is the corrected query, or "". `place`: one the query names. `list`: a list that answers it instead."""

    query: str
    read_as: str = ""
    hits: tuple[Hit, ...] = ()
    place: Place | None = None
    list: Params | None = field(default=None, compare=False)

    @property
    def is_corrected(self) -> bool:
        return bool(self.read_as)

    def of_kind(self, kind: str) -> tuple[Hit, ...]:
        return tuple(hit for hit in self.hits if hit.kind == kind)
