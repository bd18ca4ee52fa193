from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import Manager

from careers.models import Crosswalk, Occupation, OccupationMatch, Outlook
from careers.models.crosswalk import CrosswalkQuerySet
from explore.cells import cells_by_industry, cells_by_place, largest_first
from explore.occupation_profile import Work
from facts.figure import Figure
from facts.models import Release
from salaries.models import Wage


@dataclass(frozen=True, slots=True)
class OccupationRecord:
    """Wages are national; `earlier_wages` are of codes it came from. `namesakes` have its code in other schemes.

    `states` and `sectors` begin with those that have the most jobs.
    """

    occupation: Occupation
    wages: list[Wage]
    earlier_wages: list[Wage]
    states: list[Wage]
    sectors: list[Wage]
    outlooks: list[Outlook]
    predecessors: list[Crosswalk]
    successors: list[Crosswalk]
    matches: list[OccupationMatch]
    namesakes: list[Occupation]
    work: Work
    surveyed_years: frozenset[int]

    @property
    def latest_wage(self) -> Wage | None:
        return self.wages[0] if self.wages else None

    @property
    def latest_outlook(self) -> Outlook | None:
        return self.outlooks[0] if self.outlooks else None

    @property
    def wages_over_the_years(self) -> list[Wage]:
        return [*reversed(self.earlier_wages), *reversed(self.wages)]

    @property
    def carried_over(self) -> set[tuple[int, int]]:
        """Pairs of which the later counts exactly the jobs of the earlier."""
        return {(pair.from_occupation_id, pair.to_occupation_id) for pair in self.predecessors if pair.is_whole}  # type: ignore[attr-defined]  # with_wholeness() adds it

    @property
    def headline(self) -> Figure | None:
        """By the year, or by the hour where that alone is published."""
        return self.wages[0].headline() if self.wages else None

    @property
    def releases(self) -> list[Release]:
        wages = [wage.release for wage in (*self.wages, *self.earlier_wages, *self.states, *self.sectors)]
        projections = [outlook.release for outlook in self.outlooks if outlook.release]
        found = {release.pk: release for release in (*wages, *projections)}
        latest_first = sorted(found.values(), key=lambda release: release.period_end or _NEVER, reverse=True)
        return sorted(latest_first, key=lambda release: release.source_id)


def find_occupation(code: str, scheme: str = "") -> Occupation:
    """Of the newest scheme unless named. Raises Occupation.DoesNotExist."""
    found = Occupation.objects.with_code(code).select_related("parent")
    occupation = (found.filter(scheme=scheme) if scheme else found).first()
    if occupation is None:
        raise Occupation.DoesNotExist(f"No occupation here has the code {code}.")
    return occupation


def read_occupation(code: str, scheme: str = "") -> OccupationRecord:
    """Raises Occupation.DoesNotExist. A fixed number of queries."""
    return record_of_occupation(find_occupation(code, scheme))


def record_of_occupation(occupation: Occupation) -> OccupationRecord:
    predecessors = _once(occupation.predecessors, "from_occupation")
    former = [pair.from_occupation_id for pair in predecessors]
    wages = list(Wage.objects.published().national().for_occupations([occupation.pk, *former]).with_words())
    wages.sort(key=lambda wage: (wage.release.period_end or _NEVER, wage.occupation.code), reverse=True)
    return OccupationRecord(
        occupation=occupation,
        wages=[wage for wage in wages if wage.occupation_id == occupation.pk],
        earlier_wages=[wage for wage in wages if wage.occupation_id != occupation.pk],
        states=largest_first(cells_by_place(occupation).of_states()),
        sectors=largest_first(cells_by_industry(occupation).of_sectors()),
        outlooks=list(Outlook.objects.published().for_occupations([occupation.pk]).with_words()),
        predecessors=predecessors,
        successors=_once(occupation.successors, "to_occupation"),
        matches=list(occupation.matches.select_related("career__field", "source").order_by("career__title")),
        namesakes=list(Occupation.objects.with_code(occupation.code).exclude(pk=occupation.pk)),
        work=Work(occupation, former),
        surveyed_years=_surveyed_years(wages),
    )


def _surveyed_years(wages: list[Wage]) -> frozenset[int]:
    """Of published releases on this site."""
    sources = {wage.release.source_id for wage in wages}
    ends = Release.objects.ready().filter(source__in=sources, period_end__isnull=False)
    return frozenset(ends.values_list("period_end__year", flat=True))


def _once(pairs: Manager[Crosswalk], other: str) -> list[Crosswalk]:
    """Several releases may have a pair."""
    rows = (
        cast(CrosswalkQuerySet, pairs.all()).published().with_wholeness().select_related(other, "source").order_by("pk")
    )
    return list({getattr(row, f"{other}_id"): row for row in rows}.values())


_NEVER = date.min
