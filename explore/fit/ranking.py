from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

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
    scored = [(job, parts_of(job, traits)) for job in traits.jobs()]
    rows = sorted(scored, key=lambda pair: (-_sum(pair[1]), pair[0].name.casefold(), pair[0].pk))
    fits: list[Fit] = []
    for points, group in groupby(rows, key=lambda pair: _sum(pair[1])):
        equal = list(group)
        rank = len(fits) + 1
        fits += [Fit(job, parts, points, rank, len(equal)) for job, parts in equal]
    return fits, yardstick


def _sum(parts: Sequence[FitPart]) -> int:
    return sum(part.points for part in parts)
