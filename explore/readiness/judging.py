"""The readiness score. No database."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from explore.readiness.having import Having
from explore.readiness.ladder import LadderClimb, ReadinessRung, climb_of
from explore.readiness.terms import Met, Term
from explore.readiness.ways import RankedWay, ReadinessWay, rank

ZERO, HUNDRED = Decimal(0), Decimal(100)
LIMIT = 50
"""The score stops here while something required is missing: without it nothing else gets you the job."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`target` is None without a ladder; `besides` are conditional and do not count."""

    terms: tuple[Term, ...]
    besides: tuple[str, ...] = ()
    rungs: tuple[ReadinessRung, ...] = ()
    target: ReadinessRung | None = None
    ways: tuple[ReadinessWay, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    term: Term
    met: Met

    @property
    def low(self) -> Decimal:
        return self.term.weight.value * self.met.low

    @property
    def high(self) -> Decimal:
        return self.term.weight.value * self.met.high

    @property
    def missing(self) -> Decimal:
        return self.term.weight.value - self.low


@dataclass(frozen=True, slots=True)
class ReadinessResult:
    asked: Asked
    having: Having
    judged: tuple[Judged, ...]
    climb: LadderClimb | None
    ways: tuple[RankedWay, ...]

    @property
    def low(self) -> Decimal:
        return sum((each.low for each in self.judged), ZERO)

    @property
    def high(self) -> Decimal:
        return sum((each.high for each in self.judged), ZERO)

    @property
    def whole(self) -> Decimal:
        return sum((each.term.weight.value for each in self.judged), ZERO)

    @property
    def score_low(self) -> int | None:
        """Of 100; at most LIMIT while a requirement may be unmet."""
        return self._of_hundred(self.low, LIMIT if self.required_open else HUNDRED)

    @property
    def score_high(self) -> int | None:
        """Of 100; at most LIMIT while a requirement is unmet."""
        return self._of_hundred(self.high, LIMIT if self.required_missing else HUNDRED)

    @property
    def met(self) -> list[Judged]:
        return [each for each in self.judged if each.met.low == 1]

    @property
    def missing(self) -> list[Judged]:
        short = [each for each in self.judged if each.met.high < 1]
        return sorted(short, key=lambda each: -each.missing)

    @property
    def unanswered(self) -> list[Judged]:
        return sorted((each for each in self.judged if each.met.is_open), key=lambda each: -(each.high - each.low))

    @property
    def required_open(self) -> list[Judged]:
        return [each for each in self.judged if each.term.weight.is_required and each.met.low < 1]

    @property
    def required_missing(self) -> list[Judged]:
        return [each for each in self.required_open if each.met.high < 1]

    def _of_hundred(self, points: Decimal, limit: Decimal | int) -> int | None:
        if not self.whole:
            return None
        return int(min((points * HUNDRED / self.whole).quantize(Decimal(1), ROUND_HALF_UP), limit))


def judge(asked: Asked, having: Having) -> ReadinessResult:
    """More answers never lower the score, and unanswered terms never raise `low`."""
    judged = tuple(Judged(term, term.met_by(having)) for term in asked.terms)
    climb = climb_of(asked.rungs, having)
    short = {each.term: each.missing for each in judged if each.missing}
    return ReadinessResult(asked, having, judged, climb, rank(asked.ways, short, climb))
