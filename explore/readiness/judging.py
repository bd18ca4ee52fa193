"""The sum: how far all terms are met together. Pure: no database."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from explore.readiness.having import Having
from explore.readiness.ladder import Climb, Rung, climb_of
from explore.readiness.terms import Met, Term
from explore.readiness.ways import RankedWay, Way, rank

ZERO, HUNDRED = Decimal(0), Decimal(100)
LIMIT = 50
"""The score stops here while something required is missing: without it nothing else gets you the job."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a career asks of whoever wants to stand on its `target` rung (None where no source draws a ladder).

    `terms` count; `besides` are told and do not count, because a condition is attached to them. `basis` says where
    the terms come from.
    """

    terms: tuple[Term, ...]
    besides: tuple[str, ...] = ()
    rungs: tuple[Rung, ...] = ()
    target: Rung | None = None
    ways: tuple[Way, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A term, how far it is met, and the points it brings: its weight times its share."""

    term: Term
    met: Met

    @property
    def low(self) -> Decimal:
        """The points that are certain."""
        return self.term.weight.value * self.met.low

    @property
    def high(self) -> Decimal:
        """The most points it can bring, should everything unsaid be had."""
        return self.term.weight.value * self.met.high

    @property
    def missing(self) -> Decimal:
        """The points that are not certain."""
        return self.term.weight.value - self.low


@dataclass(frozen=True, slots=True)
class Readiness:
    """How ready somebody is: every term judged, and what they come to together."""

    asked: Asked
    having: Having
    judged: tuple[Judged, ...]
    climb: Climb | None
    ways: tuple[RankedWay, ...]

    @property
    def low(self) -> Decimal:
        """The points that are certain: the sum of those of all terms."""
        return sum((each.low for each in self.judged), ZERO)

    @property
    def high(self) -> Decimal:
        """The points there would be if everything unsaid were had."""
        return sum((each.high for each in self.judged), ZERO)

    @property
    def whole(self) -> Decimal:
        """The points there are: all weights together."""
        return sum((each.term.weight.value for each in self.judged), ZERO)

    @property
    def score_low(self) -> int | None:
        """Certain points of 100, at most LIMIT while a requirement is not surely met; None where nothing is asked."""
        return self._of_hundred(self.low, LIMIT if self.required_open else HUNDRED)

    @property
    def score_high(self) -> int | None:
        """Possible points of 100, at most LIMIT while a requirement is known unmet; None where nothing is asked."""
        return self._of_hundred(self.high, LIMIT if self.required_missing else HUNDRED)

    @property
    def met(self) -> list[Judged]:
        """The terms that are met in full."""
        return [each for each in self.judged if each.met.low == 1]

    @property
    def missing(self) -> list[Judged]:
        """The terms known to be unmet or half met: the most points first."""
        short = [each for each in self.judged if each.met.high < 1]
        return sorted(short, key=lambda each: -each.missing)

    @property
    def unanswered(self) -> list[Judged]:
        """The terms that hang on something unsaid: the most points first."""
        return sorted((each for each in self.judged if each.met.is_open), key=lambda each: -(each.high - each.low))

    @property
    def required_open(self) -> list[Judged]:
        """The requirements that are not met for certain."""
        return [each for each in self.judged if each.term.weight.is_required and each.met.low < 1]

    @property
    def required_missing(self) -> list[Judged]:
        """The requirements that are known not to be met in full."""
        return [each for each in self.required_open if each.met.high < 1]

    def _of_hundred(self, points: Decimal, limit: Decimal | int) -> int | None:
        if not self.whole:
            return None
        return int(min((points * HUNDRED / self.whole).quantize(Decimal(1), ROUND_HALF_UP), limit))


def judge(asked: Asked, having: Having) -> Readiness:
    """How ready somebody who has `having` is for what is `asked`.

    More of anything never lowers the score, and what is left unsaid never raises `low`.
    """
    judged = tuple(Judged(term, term.met_by(having)) for term in asked.terms)
    climb = climb_of(asked.rungs, having)
    short = {each.term: each.missing for each in judged if each.missing}
    return Readiness(asked, having, judged, climb, rank(asked.ways, short, climb))
