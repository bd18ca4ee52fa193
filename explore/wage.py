from dataclasses import dataclass

from facts.models import Industry, Release
from salaries.models import Wage


@dataclass(frozen=True, slots=True)
class WageRecord:
    wage: Wage
    others: list[Wage]

    @property
    def is_withdrawn(self) -> bool:
        return self.wage.release.state == Release.State.WITHDRAWN


def read_wage(release: str, code: str, place: str, industry: str = Industry.ALL) -> WageRecord:
    """Two queries. Raises Wage.DoesNotExist."""
    known = Wage.objects.filter(release__state__in=Release.KNOWN).with_words()
    cells = known.filter(release__slug=release, occupation__code=code, place__code=place, industry__code=industry)
    wage = cells.order_by("-occupation__scheme").first()
    if wage is None:
        raise Wage.DoesNotExist(f"No cell here for {code} in {place} in the release {release}.")
    same = {"occupation": wage.occupation, "place": wage.place, "industry": wage.industry}
    others = Wage.objects.published().with_words().filter(**same).exclude(pk=wage.pk).newest_first()
    return WageRecord(wage, list(others))
