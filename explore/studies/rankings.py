"""Measures that order the same jobs differently, as they are kept."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from careers.exposure_studies import LeadingMeasure, leading_measures
from careers.models import Occupation
from explore.messages import Message
from explore.models import FoundRankDisagreement
from explore.studies import messages


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
    first: LeadingMeasure
    second: LeadingMeasure
    jobs: int
    correlation: float | None
    widest: list[Parting]

    @property
    def key(self) -> str:
        return f"{self.first.word}+{self.second.word}"

    @property
    def sentence(self) -> Message:
        return messages.rank_agreement(self.first.name, self.second.name, self.jobs, self.correlation)

    @property
    def why(self) -> Message:
        return messages.why(self.first.measure, self.second.measure)


def rank_disagreements() -> list[RankDisagreement]:
    """Every pair of leading measures, lowest correlation first: two queries."""
    measures = {each.word: each for each in leading_measures()}
    rows = [(row, row.key.split("+"), json.loads(row.widest)) for row in FoundRankDisagreement.objects.all()]
    jobs = Occupation.objects.select_related("parent").in_bulk({job for _, _, widest in rows for job, *_ in widest})
    return [
        RankDisagreement(measures[first], measures[second], row.jobs, row.correlation, _partings(widest, jobs))
        for row, (first, second), widest in rows
        if first in measures and second in measures
    ]


def _partings(widest: Sequence[tuple[int, str, str]], jobs: dict[int, Occupation]) -> list[Parting]:
    return [Parting(jobs[job], Decimal(first), Decimal(second)) for job, first, second in widest if job in jobs]
