from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from careers.models import Crosswalk, Occupation, OccupationMatch, Outlook
from explore.cells import sectors_of, states_of
from explore.newest import grouped
from explore.occupation_profile import Work, WorkRows
from facts.figure import Figure
from facts.models import Release
from facts.models.sharing import Read
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
    """Read the record of an occupation that was found already."""
    return records_of_occupations([occupation])[occupation.pk]


def records_of_occupations(occupations: Collection[Occupation], read: Read = list) -> dict[int, OccupationRecord]:
    """The records of several occupations by primary key, in as many queries as of one."""
    rows = _RecordRows(occupations, read)
    work = WorkRows(occupations, read)
    return {occupation.pk: _record(occupation, rows, work) for occupation in occupations}


class _RecordRows:
    """What is read for several occupations, each list by their primary keys."""

    def __init__(self, occupations: Collection[Occupation], read: Read):
        own = [occupation.pk for occupation in occupations]
        cells, matches = (
            Wage.objects.published().for_occupations(own),
            OccupationMatch.objects.filter(occupation__in=own),
        )
        pairs = _pairs_of(own)
        self.predecessors = _once(pairs, "to_occupation", "from_occupation")
        self.successors = _once(pairs, "from_occupation", "to_occupation")
        everyone = {*own, *(pair.from_occupation_id for pairs in self.predecessors.values() for pair in pairs)}
        national = Wage.objects.published().national().for_occupations(everyone)
        self.wages = grouped(read(national.with_words()), "occupation_id")
        self.states = grouped(read(states_of(cells)), "occupation_id")
        self.sectors = grouped(read(sectors_of(cells, own)), "occupation_id")
        outlooks = Outlook.objects.published().for_occupations(own).with_words()
        self.outlooks = grouped(read(outlooks), "occupation_id")
        tied = matches.select_related("career__field", "source").order_by("career__title")
        self.matches = grouped(read(tied), "occupation_id")
        codes = Occupation.objects.filter(code__in={occupation.code for occupation in occupations})
        self.namesakes = grouped(codes.order_by("-scheme"), "code")
        self.years = _surveyed_years()


def _record(occupation: Occupation, rows: _RecordRows, work: WorkRows) -> OccupationRecord:
    predecessors = rows.predecessors.get(occupation.pk, [])
    former = [pair.from_occupation_id for pair in predecessors]
    wages = [wage for pk in (occupation.pk, *former) for wage in rows.wages.get(pk, [])]
    wages.sort(key=lambda wage: (wage.release.period_end or _NEVER, wage.occupation.code, -wage.pk), reverse=True)
    sources = {wage.release.source_id for wage in wages}
    return OccupationRecord(
        occupation=occupation,
        wages=[wage for wage in wages if wage.occupation_id == occupation.pk],
        earlier_wages=[wage for wage in wages if wage.occupation_id != occupation.pk],
        states=rows.states.get(occupation.pk, []),
        sectors=rows.sectors.get(occupation.pk, []),
        outlooks=rows.outlooks.get(occupation.pk, []),
        predecessors=predecessors,
        successors=rows.successors.get(occupation.pk, []),
        matches=rows.matches.get(occupation.pk, []),
        namesakes=[other for other in rows.namesakes.get(occupation.code, []) if other.pk != occupation.pk],
        work=Work(occupation, former, work),
        surveyed_years=frozenset(year for source in sources for year in rows.years.get(source, ())),
    )


def _surveyed_years() -> dict[int, set[int]]:
    """By source (a primary key) the years of its published releases: those that this site has."""
    ends = Release.objects.ready().filter(period_end__isnull=False).order_by()
    years: dict[int, set[int]] = defaultdict(set)
    for source, year in ends.values_list("source", "period_end__year"):
        years[source].add(year)
    return years


def _pairs_of(occupations: Collection[int]) -> list[Crosswalk]:
    """Published pairs that any of these is the one or the other of."""
    rows = Crosswalk.objects.filter(Q(from_occupation__in=occupations) | Q(to_occupation__in=occupations))
    both = ("from_occupation", "to_occupation", "source")
    return list(rows.published().with_wholeness().select_related(*both).order_by("pk"))


def _once(pairs: Iterable[Crosswalk], one: str, other: str) -> dict[int, list[Crosswalk]]:
    """The pairs by the primary key of `one`, each once though several releases have it."""
    found: dict[int, dict[int, Crosswalk]] = defaultdict(dict)
    for row in pairs:
        found[getattr(row, f"{one}_id")][getattr(row, f"{other}_id")] = row
    return {pk: list(others.values()) for pk, others in found.items()}


_NEVER = date.min
