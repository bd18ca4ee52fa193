from collections.abc import Sequence
from dataclasses import dataclass

from careers.schemes import ClassificationScheme, schemes
from explore.listing import ListedCareer, ListedOccupation, list_careers, list_occupations
from explore.reference_releases import Yardstick, newest_yardstick
from explore.search import Hit
from explore.search.entry import As, SearchKind
from facts.figure import Figure

_FOUND = {
    As.NAME: "found in its own title",
    As.OTHER_NAME: "found in another name for it",
    As.RUNG: "found in the title of a rung",
    As.CODE: "found by its code",
}


@dataclass(frozen=True, slots=True)
class Result:
    """`listed` is None for an occupation of a replaced classification."""

    hit: Hit
    listed: ListedCareer | ListedOccupation | None

    @property
    def is_career(self) -> bool:
        return self.hit.kind == SearchKind.CAREER

    @property
    def found(self) -> str:
        return _FOUND[self.hit.stands_as]

    @property
    def median(self) -> Figure | None:
        """Of it, or of the group in which it is counted."""
        return self.listed.pay if self.listed else None


def with_record(hits: Sequence[Hit], yardstick: Yardstick) -> list[Result]:
    """Seven queries at most, and four for each country's scheme."""
    slugs = [hit.target.code for hit in hits if hit.kind == SearchKind.CAREER]
    careers = list_careers(yardstick, yardstick.careers().filter(slug__in=slugs)) if slugs else []
    occupations = [row for scheme in schemes() if scheme.unit_of_record for row in _listed(hits, scheme, yardstick)]
    listed: dict[tuple[str, str], ListedCareer | ListedOccupation] = {}
    listed |= {("", row.career.slug): row for row in careers}
    listed |= {(row.occupation.scheme, row.occupation.code): row for row in occupations}
    return [Result(hit, listed.get((hit.target.scheme, hit.target.code))) for hit in hits]


def _listed(hits: Sequence[Hit], scheme: ClassificationScheme, yardstick: Yardstick) -> list[ListedOccupation]:
    codes = [hit.target.code for hit in hits if hit.target.scheme == scheme.slug]
    if not codes:
        return []
    measured = yardstick if yardstick.scheme == scheme.slug else newest_yardstick(scheme.slug, scheme.country)
    return list_occupations(measured, measured.occupations().filter(code__in=codes))
