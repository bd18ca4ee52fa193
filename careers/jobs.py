"""Codes of different classifications for one job."""

from collections import defaultdict
from collections.abc import Iterable

from careers.models import Crosswalk, Occupation
from careers.models.occupation import WHOLE

Jobs = dict[int, set[int]]
"""The jobs (primary keys of occupations) that each code (the same) may stand for."""


def jobs_by_code(occupations: Iterable[int]) -> Jobs:
    """Own codes, predecessors, and O*NET codes for the whole of either. Two queries."""
    jobs: Jobs = defaultdict(set)
    for occupation in occupations:
        jobs[occupation].add(occupation)
    came_from = Crosswalk.objects.published().filter(to_occupation__in=list(jobs))
    for code, job in came_from.values_list("from_occupation", "to_occupation"):
        jobs[code].add(job)
    whole = Occupation.objects.filter(parent__in=list(jobs), code__endswith=WHOLE)
    for code, parent in whole.values_list("pk", "parent"):
        jobs[code] |= jobs[parent]  # type: ignore[index]  # its filter leaves out those without one
    return dict(jobs)
