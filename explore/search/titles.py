import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from careers.models import AlternateTitle, Occupation, OccupationTitle, Rung
from explore.search.abroad import Likeness
from explore.search.entry import As, SearchEntry, Target
from explore.search.jobs import SearchJobs, read_jobs

Titles = Mapping[int, Mapping[str, int]]
"""Titles of each occupation (primary key), and how many sources name each."""

_BRACKETS = re.compile(r"^(.+?) \(([^()]+)\)$")


def read_titles() -> list[SearchEntry]:
    """Every title and code with the jobs it leads to."""
    jobs = read_jobs()
    titles = _titles_by_occupation()
    here = [*_of_careers(jobs), *_of_occupations(jobs, titles)]
    return [*here, *_codes(jobs), *_from_abroad(jobs, titles, Likeness(here))]


def _of_careers(jobs: SearchJobs) -> Iterator[SearchEntry]:
    for target in jobs.careers.values():
        yield SearchEntry(target.name, target)
    for title, career in AlternateTitle.objects.values_list("title", "career_id"):
        if career in jobs.careers:
            yield SearchEntry(title, jobs.careers[career], As.OTHER_NAME)
    for title, career in Rung.objects.values_list("title", "ladder__career_id"):
        if career in jobs.careers:
            yield SearchEntry(title, jobs.careers[career], As.RUNG)


def _of_occupations(jobs: SearchJobs, titles: Titles) -> Iterator[SearchEntry]:
    for pk, targets in jobs.occupations.items():
        if _counterparts(jobs.rows[pk], jobs):
            continue
        for target in (target for target in targets if not target.is_past):
            name = jobs.rows[pk].title
            yield SearchEntry(name, target, As.NAME if name == target.name else As.OTHER_NAME)
            yield from (SearchEntry(title, target, As.OTHER_NAME, count) for title, count in titles[pk].items())


def _codes(jobs: SearchJobs) -> Iterator[SearchEntry]:
    """A group's code leads to each job in it."""
    for pk, row in jobs.rows.items():
        targets = jobs.correspondents.get(pk) or dict.fromkeys(jobs.within(pk))
        yield from (SearchEntry(row.code, target, As.CODE) for target in targets)


def _from_abroad(jobs: SearchJobs, titles: Titles, likeness: Likeness) -> Iterator[SearchEntry]:
    for pk, row in jobs.rows.items():
        if targets := _counterparts(row, jobs):
            names = {row.title: 1, **titles[pk]}
            for target in likeness.best(names, targets):
                yield from (SearchEntry(title, target, As.OTHER_NAME) for title in names)


def _counterparts(occupation: Occupation, jobs: SearchJobs) -> tuple[Target, ...]:
    """Its own, or those of the nearest group that it is in."""
    row: Occupation | None = occupation
    while row:
        if row.pk in jobs.correspondents:
            return jobs.correspondents[row.pk]
        row = jobs.rows.get(row.parent_id or 0)
    return ()


def _titles_by_occupation() -> dict[int, dict[str, int]]:
    """Each occupation's other titles, and how many sources name each."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    rows = OccupationTitle.objects.published().order_by("occupation", "title", "short_title")
    for occupation, title, short, origins in rows.values_list("occupation", "title", "short_title", "origins"):
        sources = max(1, len(origins.split(",")))
        for name in _names(title, short):
            found[occupation][name] = max(sources, found[occupation].get(name, 0))
    return found


def _names(title: str, short: str) -> Iterator[str]:
    """ "Physical Education Teacher (PE Teacher)" is two titles."""
    if match := _BRACKETS.match(title):
        yield from match.groups()
    else:
        yield title
    if short:
        yield short
