"""Codes of different classifications for one job."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import QuerySet

from careers.models import Crosswalk, Occupation
from careers.models.occupation import WHOLE

MANY = 200
Jobs = dict[int, set[int]]
"""The jobs (primary keys of occupations) that each code (the same) may stand for."""


def jobs_by_code(occupations: Iterable[int]) -> Jobs:
    """Own codes, predecessors, and O*NET codes for the whole of either. Two queries."""
    jobs: Jobs = defaultdict(set)
    for occupation in occupations:
        jobs[occupation].add(occupation)
    own = frozenset(jobs)
    came_from = _narrowed(Crosswalk.objects.published(), to_occupation=own)
    for code, job in came_from.values_list("from_occupation", "to_occupation"):
        if job in own:
            jobs[code].add(job)
    whole = _narrowed(Occupation.objects.filter(code__endswith=WHOLE), parent=jobs.keys())
    for code, parent in whole.values_list("pk", "parent"):
        if parent in jobs:
            jobs[code] |= jobs[parent]
    return dict(jobs)


def _narrowed(rows: QuerySet, **wanted: Collection[int]) -> QuerySet:
    """To what is wanted of a column, unless that is so much that to name it would take longer than to read all."""
    few = {f"{name}__in": list(values) for name, values in wanted.items() if len(values) <= MANY}
    return rows.filter(**few)
