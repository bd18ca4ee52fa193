from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from explore.fit.answers import FitAnswers
from explore.fit.scoring import FitPart, parts_of
from explore.fit.traits import FitJob, Traits
from explore.reference_releases import COUNTRY, CURRENT, Yardstick, newest_yardstick


@dataclass(frozen=True, slots=True)
class Fit:
    """`rank` is shared by the `tied` jobs with as many points."""

    job: FitJob
    parts: Sequence[FitPart]
    points: int
    rank: int
    tied: int

    @property
    def is_tied(self) -> bool:
        return self.tied > 1


def rank_jobs(answers: FitAnswers) -> tuple[list[Fit], Yardstick]:
    """All jobs, the most points first; those with as many are in order of their names."""
    yardstick = newest_yardstick(CURRENT, answers.place.code if answers.place else COUNTRY)
    traits = Traits(yardstick, answers)
    scored = [_scored(job, traits) for job in traits.jobs()]
    scored.sort(key=lambda row: (-row[0], row[1].name.casefold(), row[1].pk))
    fits: list[Fit] = []
    for points, group in groupby(scored, key=itemgetter(0)):
        equal = list(group)
        rank = len(fits) + 1
        fits += [Fit(job, parts, points, rank, len(equal)) for _, job, parts in equal]
    return fits, yardstick


def _scored(job: FitJob, traits: Traits) -> tuple[int, FitJob, Sequence[FitPart]]:
    parts = parts_of(job, traits)
    return sum(part.points for part in parts), job, parts
