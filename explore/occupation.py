"""The record of one coded occupation: what it pays, how it grows, what it was called, which careers belong to it."""

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
    """Everything official at hand for one occupation, with the latest first, and the careers tied to it.

    `wages` and `earlier_wages` are national; the earlier ones are those of the codes it came from.
    `states` and `sectors` begin with those that have the most jobs. `namesakes` are occupations of other schemes with
    the same code. What people do there, `work`, is read when asked.
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
        """The newest national wage, or None where no release here has one."""
        return self.wages[0] if self.wages else None

    @property
    def latest_outlook(self) -> Outlook | None:
        """The newest projection, or None where no release here has one."""
        return self.outlooks[0] if self.outlooks else None

    @property
    def wages_over_the_years(self) -> list[Wage]:
        """The wages of the codes it came from and then its own, the oldest first."""
        return [*reversed(self.earlier_wages), *reversed(self.wages)]

    @property
    def carried_over(self) -> set[tuple[int, int]]:
        """The pairs of occupations, by primary key, of which the later counts exactly the jobs of the earlier."""
        return {(pair.from_occupation_id, pair.to_occupation_id) for pair in self.predecessors if pair.is_whole}  # type: ignore[attr-defined]  # with_wholeness() adds it

    @property
    def headline(self) -> Figure | None:
        """The newest median of its pay: by the year, or by the hour where the publisher gives only that."""
        return self.wages[0].headline() if self.wages else None

    @property
    def releases(self) -> list[Release]:
        """Every release that something here is taken from, by source, the latest first."""
        wages = [wage.release for wage in (*self.wages, *self.earlier_wages, *self.states, *self.sectors)]
        projections = [outlook.release for outlook in self.outlooks if outlook.release]
        found = {release.pk: release for release in (*wages, *projections)}
        latest_first = sorted(found.values(), key=lambda release: release.period_end or _NEVER, reverse=True)
        return sorted(latest_first, key=lambda release: release.source_id)


def find_occupation(code: str, scheme: str = "") -> Occupation:
    """The occupation with this code, of the newest scheme that has it where none is named.

    Raises Occupation.DoesNotExist.
    """
    found = Occupation.objects.with_code(code).select_related("parent")
    occupation = (found.filter(scheme=scheme) if scheme else found).first()
    if occupation is None:
        raise Occupation.DoesNotExist(f"No occupation here has the code {code}.")
    return occupation


def read_occupation(code: str, scheme: str = "") -> OccupationRecord:
    """Read the record of the occupation with this code; raises Occupation.DoesNotExist.

    The number of queries is the same however much the record holds.
    """
    return record_of_occupation(find_occupation(code, scheme))


def record_of_occupation(occupation: Occupation) -> OccupationRecord:
    """Read the record of an occupation that was found already."""
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
    """The years of every published release of the sources of these wages: those that this site has."""
    sources = {wage.release.source_id for wage in wages}
    ends = Release.objects.ready().filter(source__in=sources, period_end__isnull=False)
    return frozenset(ends.values_list("period_end__year", flat=True))


def _once(pairs: Manager[Crosswalk], other: str) -> list[Crosswalk]:
    """The published pairs, each once though several releases have it."""
    rows = (
        cast(CrosswalkQuerySet, pairs.all()).published().with_wholeness().select_related(other, "source").order_by("pk")
    )
    return list({getattr(row, f"{other}_id"): row for row in rows}.values())


_NEVER = date.min
