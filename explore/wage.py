"""One cell of the record, and the same cell in other releases."""

from dataclasses import dataclass

from facts.models import Industry, Release
from salaries.models import Wage


@dataclass(frozen=True, slots=True)
class WageRecord:
    """A cell and the same occupation, place and industry in the other releases at hand, the latest first."""

    wage: Wage
    others: list[Wage]

    @property
    def is_withdrawn(self) -> bool:
        """Whether its release has been withdrawn, so that its figures are not shown."""
        return self.wage.release.state == Release.State.WITHDRAWN


def read_wage(release: str, code: str, place: str, industry: str = Industry.ALL) -> WageRecord:
    """Read a cell by its release's slug and its codes: two queries.

    Raises Wage.DoesNotExist, also where the release is not out yet.
    """
    known = Wage.objects.filter(release__state__in=Release.KNOWN).with_words()
    cells = known.filter(release__slug=release, occupation__code=code, place__code=place, industry__code=industry)
    wage = cells.order_by("-occupation__scheme").first()
    if wage is None:
        raise Wage.DoesNotExist(f"No cell here for {code} in {place} in the release {release}.")
    same = {"occupation": wage.occupation, "place": wage.place, "industry": wage.industry}
    others = Wage.objects.published().with_words().filter(**same).exclude(pk=wage.pk).newest_first()
    return WageRecord(wage, list(others))
