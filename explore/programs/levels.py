"""What programs that lead to a job cost and bring, level by level."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Max, Min, QuerySet
from django.urls import reverse

from careers.models import Occupation
from education.models import Path, ProgramOutcome, Tuition
from education.models.record.program_outcome import ProgramOutcomeQuerySet
from explore.programs.listing import find_programs
from explore.programs.outcomes import LevelOutcomes, Outcomes
from facts.figure import Figure, Named
from facts.models import Release

Level = ProgramOutcome.Level
RANKS = {Level.CERTIFICATE: 2, Level.ASSOCIATE: 3, Level.BACHELOR: 4, Level.MASTER: 5}
"""The rank of a guide's credentials that a level is."""
RANGES = {"earnings": "earnings_after_four_years", "debt": "debt"}


def outcomes_of(job: Occupation, paths: Iterable[Path], release: Release | None) -> Outcomes | None:
    """`paths` are guides' ways into the job; None where no program of the release leads to it. Three queries."""
    if release is None:
        return None
    programs = find_programs(release).leading_to([job.code])
    counts = {row["level"]: row for row in _by_level(programs)}
    if not counts:
        return None
    costs, tuition = costs_by_level(paths), _tuition_by_level(programs)
    return Outcomes(
        levels=tuple(
            _level(counts[level], tuition.get(level, []), costs.get(level, ()), _named(level, job))
            for level in Level
            if level in counts
        ),
        release=release.named,
        source=Named(release.source.slug, release.source.title, release.source.get_absolute_url()),
        credit=release.credit,
        url=address_of_programs(occupation=job.code),
    )


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


def _by_level(programs: ProgramOutcomeQuerySet) -> QuerySet:
    lowest = {f"{name}_low": Min(column) for name, column in RANGES.items()}
    highest = {f"{name}_high": Max(column) for name, column in RANGES.items()}
    paid = Count("earnings_after_four_years")
    return programs.order_by().values("level").annotate(programs=Count("pk"), paid=paid, **lowest, **highest)


def _tuition_by_level(programs: ProgramOutcomeQuerySet) -> dict[str, list[int]]:
    """A year in the school's own state at each school with a program, of the levels that undergraduates study for."""
    given = Tuition.objects.published().newest_of_each().exclude(in_state=None)
    amounts: dict[int, Any] = dict(given.order_by().values_list("unit_id", "in_state"))
    found: dict[str, list[int]] = {}
    taught = programs.filter(level__in=ProgramOutcome.UNDERGRADUATE).order_by()
    for level, school in taught.values_list("level", "unit_id").distinct():
        if school in amounts:
            found.setdefault(level, []).append(amounts[school])
    return found


def _level(row: dict[str, Any], tuition: list[int], costs: tuple[Figure, ...], level: Named) -> LevelOutcomes:
    return LevelOutcomes(
        level=level,
        programs=row["programs"],
        paid=row["paid"],
        **{f"{name}_{end}": row[f"{name}_{end}"] for name in RANGES for end in ("low", "high")},
        tuition_low=min(tuition, default=None),
        tuition_high=max(tuition, default=None),
        costs=costs,
    )


def _named(level: Level, job: Occupation) -> Named:
    return Named(level.value, level.label, address_of_programs(occupation=job.code, level=level.value))
