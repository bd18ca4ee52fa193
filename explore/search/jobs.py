"""Which jobs each coded occupation leads to, by the rule of the job's page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.conf import settings

from careers.models import Career, Correspondence, Crosswalk, Occupation, OccupationMatch
from careers.models.occupation import WHOLE
from careers.schemes import scheme_called, schemes
from explore.reference_releases import newest_yardstick
from explore.search.entry import SearchKind, Target
from salaries.models import Wage

MATCHED = OccupationMatch.Match
PART = 0.1
"""What share of a group's people a job is taken to have, where only the group is counted."""


@dataclass(frozen=True, slots=True)
class SearchJobs:
    """Targets by the primary keys of careers and occupations; groups lead to none, older codes maybe to several."""

    careers: dict[int, Target] = field(default_factory=dict)
    occupations: dict[int, tuple[Target, ...]] = field(default_factory=dict)
    rows: dict[int, Occupation] = field(default_factory=dict)
    parts: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    correspondents: dict[int, tuple[Target, ...]] = field(default_factory=dict)

    def within(self, occupation: int) -> Iterator[Target]:
        """The job of an occupation, or the jobs in a group."""
        if occupation in self.occupations:
            yield from self.occupations[occupation]
        else:
            for part in self.parts[occupation]:
                yield from self.within(part)


def read_jobs() -> SearchJobs:
    """Five queries, and three for each classification that a country's record counts by."""
    jobs = SearchJobs(rows={row.pk: row for row in Occupation.objects.defer("definition")})
    for row in jobs.rows.values():
        if row.parent_id and _is_part(row, jobs):
            jobs.parts[row.parent_id].append(row.pk)
    current = {row.code for row in jobs.rows.values() if not scheme_called(row.scheme).is_past}
    counted, people = _employment(jobs)
    former = _former(jobs, counted)
    exact = _careers(jobs, people)
    for pk, row in jobs.rows.items():
        if _is_job(row) and pk not in former and not (scheme_called(row.scheme).is_past and row.code in current):
            jobs.occupations[pk] = (exact.get(pk) or _occupation(row, people),)
    _fold(jobs)
    return jobs


def _is_job(row: Occupation) -> bool:
    """Neither a group nor a whole that has another code."""
    is_whole = row.code.endswith(WHOLE) and row.parent_id is not None
    return not (row.level == Occupation.Level.TOTAL or row.is_group or is_whole)


def _fold(jobs: SearchJobs) -> None:
    """Codes that stand for a job of another code."""
    for pk, row in jobs.rows.items():
        if row.code.endswith(WHOLE) and row.parent_id in jobs.occupations:
            jobs.occupations[pk] = jobs.occupations[row.parent_id]
        elif row.level == Occupation.Level.BROAD and len(jobs.parts[pk]) == 1:
            jobs.occupations[pk] = jobs.occupations.get(jobs.parts[pk][0], ())
    for old, new in _successors(jobs).items():
        jobs.occupations[old] = new
    for pk, row in jobs.rows.items():
        if scheme_called(row.scheme).is_past and row.code.endswith(WHOLE) and row.parent_id in jobs.occupations:
            jobs.occupations[pk] = jobs.occupations[row.parent_id]
    jobs.correspondents.update(_correspondents(jobs))


def _successors(jobs: SearchJobs) -> dict[int, tuple[Target, ...]]:
    pairs = Crosswalk.objects.published().order_by("from_occupation", "to_occupation")
    found = defaultdict(dict)
    for old, new in pairs.values_list("from_occupation", "to_occupation"):
        found[old] |= dict.fromkeys(jobs.occupations.get(new, ()))
    return {old: tuple(targets) for old, targets in found.items() if targets}


def _correspondents(jobs: SearchJobs) -> dict[int, tuple[Target, ...]]:
    """Jobs that a group of another country's classification shares people with."""
    pairs = Correspondence.objects.published().order_by("occupation", "counterpart")
    found = defaultdict(dict)
    for one, other in pairs.values_list("occupation", "counterpart"):
        for abroad, here in ((one, other), (other, one)):
            if not _is_here(jobs.rows[abroad]):
                found[abroad] |= dict.fromkeys(jobs.occupations.get(here, ()))
    return {abroad: tuple(targets) for abroad, targets in found.items() if targets}


def _careers(jobs: SearchJobs, people: Mapping[int, int]) -> dict[int, Target]:
    """The career that stands for each occupation, which only one counts exactly."""
    ties = defaultdict(list)
    for tie in OccupationMatch.objects.exclude(match=MATCHED.RELATED).order_by("position", "pk"):
        ties[tie.career_id].append(tie)
    exact = defaultdict(list)
    for career in Career.objects.select_related("field"):
        rows = sorted(ties[career.pk], key=lambda tie: (tie.match != MATCHED.EXACT, tie.position, tie.pk))
        jobs.careers[career.pk] = target = _career(career, rows, jobs, people)
        for tie in rows:
            if tie.match == MATCHED.EXACT:
                exact[tie.occupation_id].append(target)
    return {pk: targets[0] for pk, targets in exact.items() if len(targets) == 1}


def _career(career: Career, ties: list[OccupationMatch], jobs: SearchJobs, people: Mapping[int, int]) -> Target:
    group = jobs.rows[ties[0].occupation_id] if ties else None
    share = 1 if ties and ties[0].match == MATCHED.EXACT else PART
    return Target(
        SearchKind.CAREER,
        career.slug,
        career.title,
        career.get_absolute_url(),
        detail=career.field.name,
        counted_in=group.pk if group else 0,
        tie=ties[0].match if ties else "",
        employment=round(share * people.get(group.pk, 0)) if group else 0,
    )


def _occupation(row: Occupation, people: Mapping[int, int]) -> Target:
    scheme = scheme_called(row.scheme)
    return Target(
        SearchKind.OCCUPATION,
        row.code,
        row.title,
        row.get_absolute_url(),
        scheme=row.scheme,
        detail=f"{row.code}, {scheme.name}",
        counted_in=row.pk,
        employment=people.get(row.pk, 0),
        is_past=scheme.is_past,
        is_abroad=not _is_here(row),
    )


def _is_here(row: Occupation) -> bool:
    return scheme_called(row.scheme).country == settings.COUNTRY


def _employment(jobs: SearchJobs) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """People in each occupation, as counted; and the same with a share of its group's people for the others."""
    counted: dict[int, int] = {}
    for scheme in schemes():
        if scheme.unit_of_record:
            wages = newest_yardstick(scheme.slug, scheme.country).counted_wages()
            counted |= {pk: people or 0 for pk, people in wages.values_list("occupation", "employment")}
    people = dict(counted)
    for group, parts in jobs.parts.items():
        uncounted = [part for part in parts if part not in counted]
        rest = max(0, counted.get(group, 0) - sum(counted.get(part, 0) for part in parts))
        people |= {part: rest // len(uncounted) for part in uncounted}
    for pk, row in jobs.rows.items():
        if not people.get(pk) and row.parent_id not in jobs.parts:
            people[pk] = round(PART * people.get(row.parent_id or 0, 0))
    return counted, people


def _former(jobs: SearchJobs, counted: Mapping[int, int]) -> set[int]:
    """Codes by which only earlier releases counted, some of them several occupations under one."""
    schemes_counted = {jobs.rows[pk].scheme for pk in counted}
    finer = {row.parent_id for row in jobs.rows.values() if not _is_part(row, jobs)}
    tied = set(OccupationMatch.objects.values_list("occupation", flat=True))
    uncounted = {row.pk for row in jobs.rows.values() if row.scheme in schemes_counted} - finer - tied - counted.keys()
    return set(Wage.objects.filter(occupation__in=uncounted).values_list("occupation", flat=True).distinct())


def _is_part(row: Occupation, jobs: SearchJobs) -> bool:
    """Whether it is in a wider group of its own classification."""
    return row.parent_id is not None and jobs.rows[row.parent_id].scheme == row.scheme
