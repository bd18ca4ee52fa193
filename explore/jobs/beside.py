"""What the records of several jobs need beside their own rows: prices, related jobs, programs, all jobs together."""

from collections.abc import Collection, Iterable
from functools import cache, cached_property
from typing import TYPE_CHECKING

from careers.models import Occupation, Outlook, TypicalEntry
from education.models import ProgrammeOccupation
from explore.newest import grouped, of_each_newest_release
from explore.occupation_profile import WHOLE, Work
from explore.programs.levels import OutcomeRows
from explore.programs.listing import newest_outcomes
from explore.reference_releases import newest_yardstick
from explore.schools import programmes_leading_to
from facts.figure import Figure, Named
from facts.models.sharing import Read
from money.conversions import Restated, in_prices
from money.convert import prices
from salaries.models import Wage

if TYPE_CHECKING:
    from explore.jobs.record import Cell

TOTAL = "00-0000"


def home_of(occupation: Occupation) -> Occupation:
    """The occupation whose page a code leads to."""
    return occupation.parent if occupation.code.endswith(WHOLE) and occupation.parent else occupation


class Beside:
    """Each part is read at first use, for all jobs at once; `works` are those whose related jobs are shown."""

    def __init__(self, occupations: Collection[Occupation], works: Collection[Work], read: Read = list):
        self._occupations = occupations
        self._works = works
        self._read = read
        self._prices = cache(prices)
        self.all_jobs_growth = cache(_all_jobs_growth)

    def restated(self, years: Iterable["Cell"]) -> Restated | None:
        """The yearly medians of a job in the money of the newest of them."""
        medians = [cell.figure("annual_median") for cell in years]
        paid = [figure for figure in medians if figure and not figure.is_missing]
        return in_prices(paid, paid[-1].period, self._prices) if len(paid) > 1 else None

    @cached_property
    def pay(self) -> dict[int, Figure | None]:
        """The newest national median of related jobs, by primary key."""
        wages = newest_yardstick().counted_wages().for_occupations(self._related).with_words()
        return {wage.occupation_id: wage.figure("annual_median") for wage in self._read(wages)}

    @cached_property
    def education(self) -> dict[int, str]:
        """What is typical of those who enter related jobs."""
        entries = of_each_newest_release(TypicalEntry.objects.published(), self._related)
        return dict(entries.values_list("occupation", "education"))

    @cached_property
    def _related(self) -> list[int]:
        return sorted({home_of(row.related).pk for work in self._works for row in work.related})

    def places(self, occupation: Occupation) -> tuple[Named, ...]:
        """States with pay of the job in any release, by name."""
        return tuple(Named(code, name) for _, code, name in self._places.get(occupation.pk, ()))

    @cached_property
    def _places(self) -> dict[int, list[tuple[int, str, str]]]:
        cells = Wage.objects.published().for_occupations([occupation.pk for occupation in self._occupations])
        rows = cells.by_place().of_states().filter(release__period_end__isnull=False).order_by("place__name")
        found: dict[int, list[tuple[int, str, str]]] = {}
        for row in rows.values_list("occupation", "place__code", "place__name").distinct():
            found.setdefault(row[0], []).append(row)
        return found

    @cached_property
    def outcomes(self) -> OutcomeRows:
        return OutcomeRows(self._occupations, newest_outcomes())

    def programs(self, occupation: Occupation) -> list[ProgrammeOccupation]:
        """Fields of study that lead to the job or to the group it is in, by code."""
        numbers = (pk for pk in (occupation.pk, occupation.parent_id) if pk is not None)
        rows = [row for pk in numbers for row in self._programs.get(pk, ())]
        return sorted(rows, key=lambda row: row.code)

    @cached_property
    def _programs(self) -> dict[int, list[ProgrammeOccupation]]:
        numbers = {pk for each in self._occupations for pk in (each.pk, each.parent_id) if pk}
        return grouped(programmes_leading_to(numbers), "occupation_id")


def _all_jobs_growth(scheme: str) -> Figure | None:
    totals = Outlook.objects.published().filter(occupation__code=TOTAL, occupation__scheme=scheme)
    newest = totals.with_words().order_by("-end_year").first()
    return newest.figure("growth_percent") if newest else None
