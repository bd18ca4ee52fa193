from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explore.compare.reading import Known
from salaries.models import Wage


@dataclass(frozen=True, slots=True)
class CountedGroup:
    wage: Wage
    letters: str


def counted_groups(known: Sequence[Known]) -> list[CountedGroup]:
    medians = (wage for one in known for wage in one.record["wages"] if wage.annual_median is not None)
    wages = {wage.occupation_id: wage for wage in medians}
    newest = max((wage.release.period_end or date.min for wage in wages.values()), default=None)
    groups = [
        CountedGroup(wage, "".join(one.item.letter for one in known if wage in one.record["wages"]))
        for wage in wages.values()
        if (wage.release.period_end or date.min) == newest
    ]
    return groups if len(groups) > 1 else []
