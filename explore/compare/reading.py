"""Everything that is known of the careers and occupations compared, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from careers.models import CareerSkill, Employer, OccupationMatch, Outlook
from education.models import Path, Requirement, TimeToEntry
from explore.compare.items import Item
from facts.models import Statement
from salaries.models import Salary, Wage


@dataclass
class Known:
    """What is known of one item. The record is that of the occupations it is or is tied to, each newest rows only."""

    item: Item
    salaries: list[Salary] = field(default_factory=list)
    outlooks: list[Outlook] = field(default_factory=list)
    requirements: list[Requirement] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    times: list[TimeToEntry] = field(default_factory=list)
    employers: list[Employer] = field(default_factory=list)
    skills: list[CareerSkill] = field(default_factory=list)
    wages: list[Wage] = field(default_factory=list)
    projections: list[Outlook] = field(default_factory=list)

    @cached_property
    def general_salaries(self) -> list[Salary]:
        """Pay for no single rung, at home and in all industries."""
        at_home = [row for row in self.salaries if row.place is None or row.place.code == "US"]
        return [row for row in at_home if row.level is None and row.industry is None]


def read(items: Iterable[Item]) -> list[Known]:
    """Read what is known of each item."""
    known = [Known(item) for item in items]
    _read_guides({one.item.subject.pk: one for one in known if one.item.is_career})
    _read_record(known)
    return known


def _read_guides(careers: dict[int, Known]):
    for name, rows in _GUIDE_ROWS.items():
        for row in rows().filter(career__in=careers).order_by("source", "pk"):
            if getattr(row, "rank", None) != Statement.Rank.DEPRECATED:
                getattr(careers[row.career_id], name).append(row)


_GUIDE_ROWS = {
    "salaries": lambda: Salary.objects.with_words(),
    "outlooks": lambda: Outlook.objects.with_words(),
    "requirements": lambda: Requirement.objects.select_related("source").prefetch_related("credentials"),
    "paths": lambda: Path.objects.with_words(),
    "times": lambda: TimeToEntry.objects.with_words(),
    "employers": lambda: Employer.objects.select_related("source", "industry"),
    "skills": lambda: CareerSkill.objects.select_related("source", "skill"),
}


def _read_record(known: list[Known]):
    groups = _groups(known)
    every = {pk for occupations in groups for pk in occupations}
    wages = _newest(Wage.objects.published().national().for_occupations(every).with_words().newest_first())
    projections = _newest(Outlook.objects.published().for_occupations(every).with_words())
    for one, occupations in zip(known, groups, strict=True):
        one.wages = [wages[pk] for pk in occupations if pk in wages]
        one.projections = [projections[pk] for pk in occupations if pk in projections]


def _groups(known) -> list[list[int]]:
    """The occupations that each item is or is tied to, the closest first."""
    tied = defaultdict(list)
    careers = [one.item.subject.pk for one in known if one.item.is_career]
    for match in OccupationMatch.objects.filter(career__in=careers).order_by("career", "position", "pk"):
        tied[match.career_id].append(match.occupation_id)
    return [tied[one.item.subject.pk] if one.item.is_career else [one.item.subject.pk] for one in known]


def _newest(rows) -> dict:
    found: dict = {}
    for row in rows:
        found.setdefault(row.occupation_id, row)
    return found
