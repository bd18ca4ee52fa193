"""What programs that lead to a job cost and bring, level by level."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Max, Min
from django.urls import reverse

from careers.models import Occupation
from education.models import Path, ProgrammeOccupation, ProgramOutcome
from education.models.record.program_outcome import DIGITS
from explore.programs.listing import find_programs
from explore.programs.outcomes import LevelOutcomes, Outcomes
from facts.figure import Figure, Named
from facts.models import Release

Level = ProgramOutcome.Level
RANKS = {Level.CERTIFICATE: 2, Level.ASSOCIATE: 3, Level.BACHELOR: 4, Level.MASTER: 5}
"""The rank of a guide's credentials that a level is."""
RANGES = {"earnings": "earnings_after_four_years", "debt": "debt", "tuition": "tuition"}
ENDS = {"min": Min, "max": Max}
Row = Mapping[str, Any]


class OutcomeRows:
    """Programs that lead to several jobs, by their fields of study and levels: two queries at first use."""

    def __init__(self, jobs: Collection[Occupation], release: Release | None):
        self.release = release
        self._codes = {job.code for job in jobs}

    def of(self, job: Occupation, paths: Iterable[Path]) -> Outcomes | None:
        """`paths` are guides' ways into the job; None where no program of the release leads to it."""
        release = self.release
        by_level = self._by_level(job)
        if release is None or not by_level:
            return None
        costs = costs_by_level(paths)
        return Outcomes(
            levels=tuple(
                _level(by_level[level], costs.get(level, ()), _named(level, job))
                for level in Level
                if level in by_level
            ),
            release=release.named,
            source=Named(release.source.slug, release.source.title, release.source.get_absolute_url()),
            credit=release.credit,
            url=address_of_programs(occupation=job.code),
        )

    def _by_level(self, job: Occupation) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for field in self._fields.get(job.code, ()) if self.release else ():
            for row in self._rows.get(field, ()):
                found[row["level"]].append(row)
        return found

    @cached_property
    def _fields(self) -> dict[str, set[str]]:
        """The fields of study that lead to each job, by its code."""
        found: dict[str, set[str]] = defaultdict(set)
        for job, code in ProgrammeOccupation.objects.published().pairs_for(self._codes):
            found[job].add(code[:DIGITS])
        return found

    @cached_property
    def _rows(self) -> dict[str, list[Row]]:
        fields = {field for fields in self._fields.values() for field in fields}
        programs = find_programs(self.release).filter(code__in=fields).order_by()
        ends = {f"{name}_{word}": end(column) for name, column in RANGES.items() for word, end in ENDS.items()}
        found: dict[str, list[Row]] = defaultdict(list)
        for row in programs.values("code", "level").annotate(
            programs=Count("pk"), paid=Count(RANGES["earnings"]), **ends
        ):
            found[row["code"]].append(row)
        return found


def costs_by_level(paths: Iterable[Path]) -> dict[str, tuple[Figure, ...]]:
    """What guides say that a way in costs, under the levels of the credentials it ends with."""
    found: dict[str, tuple[Figure, ...]] = {}
    for path in paths:
        cost = path.figure("cost")
        ranks = {credential.rank for credential in path.credentials.all()}
        for level in [level for level, rank in RANKS.items() if cost and rank in ranks]:
            found[level] = (*found.get(level, ()), cost)  # type: ignore[arg-type]
    return found


def address_of_programs(**params: str) -> str:
    return f"{reverse('programs')}?{urlencode(params)}"


def _level(rows: Sequence[Row], costs: tuple[Figure, ...], level: Named) -> LevelOutcomes:
    """Of all fields of study together. Tuition at hand is for undergraduates."""
    known = RANGES if level.code in ProgramOutcome.UNDERGRADUATE else [name for name in RANGES if name != "tuition"]
    return LevelOutcomes(
        level=level,
        programs=sum(row["programs"] for row in rows),
        paid=sum(row["paid"] for row in rows),
        **{f"{name}_low": min(_given(rows, f"{name}_min"), default=None) for name in known},
        **{f"{name}_high": max(_given(rows, f"{name}_max"), default=None) for name in known},
        costs=costs,
    )


def _given(rows: Iterable[Row], name: str) -> Iterator[int]:
    return (row[name] for row in rows if row[name] is not None)


def _named(level: Level, job: Occupation) -> Named:
    return Named(level.value, level.label, address_of_programs(occupation=job.code, level=level.value))
