from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from careers.exposure_studies import ExposureMeasure, ExposureStudy, studies
from careers.models import Crosswalk, Exposure, Occupation
from careers.models.occupation import WHOLE
from explore.messages import Message
from explore.studies import messages
from explore.studies.exposure import newest
from facts.ranks import percentiles, rank_correlation

WIDEST = 10


@dataclass(frozen=True, slots=True)
class Ranking:
    """Values of a measure by job (primary key, SOC 2018)."""

    study: ExposureStudy
    measure: ExposureMeasure
    values: dict[int, Decimal]

    @property
    def key(self) -> str:
        """ "exposure-gpts/beta/people"."""
        return "/".join((self.study.source, *self.measure.key))

    @property
    def name(self) -> str:
        return f"{self.measure.title} ({self.study.authors})"


@dataclass(frozen=True, slots=True)
class Parting:
    job: Occupation
    first: Decimal
    second: Decimal

    @property
    def gap(self) -> Decimal:
        """In percentile points."""
        return abs(self.first - self.second)

    @property
    def places(self) -> tuple[str, str]:
        return messages.ordinal(self.first), messages.ordinal(self.second)


@dataclass(frozen=True, slots=True)
class RankDisagreement:
    first: Ranking
    second: Ranking
    jobs: int
    correlation: float | None
    widest: list[Parting]

    @property
    def key(self) -> str:
        return f"{self.first.key}+{self.second.key}"

    @property
    def sentence(self) -> Message:
        return messages.rank_agreement(self.first.name, self.second.name, self.jobs, self.correlation)

    @property
    def why(self) -> Message:
        return messages.why(self.first.measure, self.second.measure)


def rank_disagreements() -> list[RankDisagreement]:
    """Every pair of leading measures, lowest correlation first: four queries."""
    rankings = read_rankings()
    jobs = Occupation.objects.in_bulk({job for ranking in rankings for job in ranking.values})
    found = [compare(first, second, jobs) for first, second in combinations(rankings, 2)]
    return sorted((one for one in found if one.jobs > 1), key=lambda one: one.correlation or 0)


def compare(first: Ranking, second: Ranking, jobs: dict[int, Occupation]) -> RankDisagreement:
    both = sorted(first.values.keys() & second.values.keys(), key=lambda job: jobs[job].code)
    mine, its = [first.values[job] for job in both], [second.values[job] for job in both]
    places = zip(both, percentiles(mine), percentiles(its), strict=True)
    partings = [Parting(jobs[job], one, other) for job, one, other in places]
    widest = sorted(partings, key=lambda parting: (-parting.gap, parting.job.code))[:WIDEST]
    return RankDisagreement(first, second, len(both), rank_correlation(mine, its) if len(both) > 1 else None, widest)


def read_rankings() -> list[Ranking]:
    """Three queries."""
    leading = [(study, measure) for study in studies() for measure in study.measures if measure.leads]
    rows = newest(Exposure.objects.published().of_measures(measure.key for _, measure in leading).of_whole_jobs())
    job_of = _one_to_one(rows)
    rankings = [Ranking(study, measure, _values(rows, study, measure, job_of)) for study, measure in leading]
    return [ranking for ranking in rankings if ranking.values]


def _values(
    rows: Iterable[Exposure], study: ExposureStudy, measure: ExposureMeasure, job_of: dict[int, int]
) -> dict[int, Decimal]:
    own = (row for row in rows if row.release.source.slug == study.source and row.measured == measure)
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
