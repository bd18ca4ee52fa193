"""Keeps `FoundRankDisagreement` up to date."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from careers.exposure_studies import LeadingMeasure, leading_measures
from careers.models import Crosswalk, Exposure, Occupation
from careers.models.occupation import WHOLE
from explore.models import FoundRankDisagreement
from explore.studies.exposure import newest
from explore.touched import rows_touched
from facts.actions import Publication
from facts.models import Release
from facts.ranks import percentiles, rank_correlation

WIDEST = 10
RANKED = (Exposure, Crosswalk)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Values of a measure by job (primary key, SOC 2018)."""

    measure: LeadingMeasure
    values: dict[int, Decimal]


def rank_touched(publication: Publication) -> None:
    touched = rows_touched(publication)
    releases = touched.get(Release, ())
    if any(model in touched for model in RANKED) or _has_ranked(releases):
        find_rank_disagreements()


def _has_ranked(releases: Iterable[int]) -> bool:
    releases = list(releases)
    return bool(releases) and any(model.objects.filter(release__in=releases).exists() for model in RANKED)


def find_rank_disagreements() -> None:
    rankings = read_rankings()
    codes = dict(Occupation.objects.filter(pk__in=_jobs_of(rankings)).values_list("pk", "code"))
    found = [_compared(first, second, codes) for first, second in combinations(rankings, 2)]
    ordered = sorted((row for row in found if row.jobs > 1), key=lambda row: row.correlation or 0)
    for position, row in enumerate(ordered):
        row.position = position
    FoundRankDisagreement.objects.all().delete()
    FoundRankDisagreement.objects.bulk_create(ordered)


def _jobs_of(rankings: Iterable[Ranking]) -> set[int]:
    return {job for ranking in rankings for job in ranking.values}


def _compared(first: Ranking, second: Ranking, codes: dict[int, str]) -> FoundRankDisagreement:
    both = sorted(first.values.keys() & second.values.keys(), key=codes.__getitem__)
    mine, its = [first.values[job] for job in both], [second.values[job] for job in both]
    places = list(zip(both, percentiles(mine), percentiles(its), strict=True))
    places.sort(key=lambda place: (-abs(place[1] - place[2]), codes[place[0]]))
    return FoundRankDisagreement(
        key=f"{first.measure.word}+{second.measure.word}",
        jobs=len(both),
        correlation=rank_correlation(mine, its) if len(both) > 1 else None,
        widest=json.dumps([[job, str(one), str(other)] for job, one, other in places[:WIDEST]]),
    )


def read_rankings() -> list[Ranking]:
    keys = [each.measure.key for each in leading_measures()]
    rows = newest(Exposure.objects.published().of_measures(keys).of_whole_jobs()) if keys else []
    job_of = _one_to_one(rows)
    rankings = [Ranking(each, _values(rows, each, job_of)) for each in leading_measures()]
    return [ranking for ranking in rankings if ranking.values]


def _values(rows: Iterable[Exposure], leading: LeadingMeasure, job_of: dict[int, int]) -> dict[int, Decimal]:
    own = (row for row in rows if row.release.source.slug == leading.study.source and row.measured == leading.measure)
    return {job_of[row.occupation_id]: row.value for row in own if row.occupation_id in job_of}


def _one_to_one(rows: Iterable[Exposure]) -> dict[int, int]:
    """Without SOC 2010 codes that were split or merged: they rate other jobs."""
    codes = {row.occupation_id: row.occupation for row in rows}
    whole = {pk: code.job.pk for pk, code in codes.items() if code.job.scheme == Occupation.Scheme.SOC_2018}
    pairs = set(Crosswalk.objects.published().order_by().values_list("from_occupation", "to_occupation"))
    successors, predecessors = Counter(old for old, _ in pairs), Counter(new for _, new in pairs)
    carried = {old: new for old, new in pairs if successors[old] == predecessors[new] == 1}
    return whole | {
        pk: carried[base]
        for pk, code in codes.items()
        if (base := code.parent_id if code.code.endswith(WHOLE) else pk) in carried
    }
