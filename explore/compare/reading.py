from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet

from careers.jobs import jobs_by_code
from careers.models import CareerSkill, Employer, OccupationMatch
from education.models import Requirement
from explore.compare.items import ComparedItem
from facts.edition_key import once_per_edition
from facts.kinds import career_kinds, job_kinds, record_kinds
from facts.models import Edition, Statement

MOST = 50
"""Jobs of which some 100 rows each are kept."""


@dataclass
class Known:
    item: ComparedItem
    by_kind: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    record: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    requirements: list[Requirement] = field(default_factory=list)
    employers: list[Employer] = field(default_factory=list)
    skills: list[CareerSkill] = field(default_factory=list)


class KeptReadings:
    """What is known of each job, read once in an edition, until they are MOST."""

    def __init__(self) -> None:
        self._known: dict[tuple[bool, int], Known] = {}

    def of(self, items: Sequence[ComparedItem]) -> list[Known]:
        known = self._known if len(self._known) <= MOST else {}
        if missing := [item for item in items if _key(item) not in known]:
            known = known | {_key(one.item): one for one in _read(missing)}
            self._known = known
        return [replace(known[_key(item)], item=item) for item in items]


@once_per_edition(maxsize=1)
def kept_readings() -> KeptReadings:
    return KeptReadings()


def _key(item: ComparedItem) -> tuple[bool, int]:
    return item.is_career, item.subject.pk


def read(items: Sequence[ComparedItem], edition: Edition | None) -> list[Known]:
    return kept_readings(edition).of(items)


def _read(items: Iterable[ComparedItem]) -> list[Known]:
    known = [Known(item) for item in items]
    _read_guides({one.item.subject.pk: one for one in known if one.item.is_career})
    _read_record(known)
    return known


def _read_guides(careers: dict[int, Known]) -> None:
    for kind in career_kinds():
        for row in _of(careers, kind.of_careers()):
            if row.rank != Statement.Rank.DEPRECATED:
                careers[row.career_id].by_kind[kind.slug].append(row)
    for name, rows in _GUIDE_ROWS.items():
        for row in _of(careers, rows()):
            getattr(careers[row.career_id], name).append(row)


def _of(careers: dict[int, Known], rows: QuerySet) -> QuerySet:
    return rows.filter(career__in=careers).order_by("source", "pk")


_GUIDE_ROWS = {
    "requirements": lambda: Requirement.objects.select_related("source").prefetch_related("credentials"),
    "employers": lambda: Employer.objects.select_related("source", "industry"),
    "skills": lambda: CareerSkill.objects.select_related("source", "skill"),
}


def _read_record(known: list[Known]) -> None:
    groups = _groups(known)
    every = {pk for occupations in groups for pk in occupations}
    for kind in record_kinds():
        newest = _newest(kind.record_of(every))
        for one, occupations in zip(known, groups, strict=True):
            one.record[kind.slug] = [newest[pk] for pk in occupations if pk in newest]
    _read_studies(known, groups, every)


def _read_studies(known: list[Known], groups: list[list[int]], every: set[int]) -> None:
    jobs = jobs_by_code(every)
    for kind in job_kinds():
        found = defaultdict(list)
        for row in kind.study_of(jobs):
            for job in jobs[row.occupation_id]:
                found[job].append(row)
        for one, occupations in zip(known, groups, strict=True):
            one.record[kind.slug] = next((found[pk] for pk in occupations if pk in found), [])


def _groups(known: Sequence[Known]) -> list[list[int]]:
    """The closest first, without related groups."""
    tied = defaultdict(list)
    careers = [one.item.subject.pk for one in known if one.item.is_career]
    for match in OccupationMatch.objects.filter(career__in=careers).order_by("career", "position", "pk"):
        if match.is_counted:
            tied[match.career_id].append(match.occupation_id)
    return [tied[one.item.subject.pk] if one.item.is_career else [one.item.subject.pk] for one in known]


def _newest(rows: Iterable) -> dict:
    found: dict = {}
    for row in rows:
        found.setdefault(row.occupation_id, row)
    return found
