from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from explore.readiness.ladder import LadderClimb
from explore.readiness.terms import Award, Holding, Term

ZERO, MONTHS = Decimal(0), Decimal(12)


@dataclass(frozen=True, slots=True)
class ReadinessWay:
    """Months and cost from and to (None if not stated).

    `is_own_cost`, `is_own_length`: entered by the reader.
    """

    key: str
    name: str
    awards: tuple[Award, ...] = ()
    months_min: int | None = None
    months_max: int | None = None
    cost_low: Decimal | None = None
    cost_high: Decimal | None = None
    currency: str = ""
    is_open_ended: bool = False
    says_who: str = ""
    locator: str = ""
    url: str = ""
    is_own_cost: bool = False
    is_own_length: bool = False


@dataclass(frozen=True, slots=True)
class RankedWay:
    """`payback`: cost divided by the rise in pay, in months from and to."""

    way: ReadinessWay
    closes: tuple[Term, ...]
    points: Decimal
    payback: tuple[int, int] | None
    sum: str


def rank(
    ways: Iterable[ReadinessWay], short: Mapping[Term, Decimal], climb: LadderClimb | None
) -> tuple[RankedWay, ...]:
    """Most points first, then cheapest, then shortest."""
    rise = climb.rise if climb else None
    currency = climb.here.currency if climb and climb.here else ""
    ranked = (_ranked(way, short, rise if way.currency == currency else None) for way in ways)
    return tuple(sorted(ranked, key=_place))


def _ranked(way: ReadinessWay, short: Mapping[Term, Decimal], rise: Decimal | None) -> RankedWay:
    closed = tuple(term for term in short if closes(way, term))
    payback, text = _payback(way, rise)
    return RankedWay(way, closed, sum((short[term] for term in closed), ZERO), payback, text)


def closes(way: ReadinessWay, term: Term) -> bool:
    if not isinstance(term, Holding):
        return False
    earned = {award.slug for award in way.awards}
    highest = max((award.rank for award in way.awards), default=0)
    return any(award.slug in earned or 0 < award.rank <= highest for award in term.awards)


def _payback(way: ReadinessWay, rise: Decimal | None) -> tuple[tuple[int, int] | None, str]:
    if way.cost_low is None:
        return None, "The source gives no cost."
    if rise is None or rise <= 0:
        return None, "What the next rung pays more is not known."
    high = way.cost_high if way.cost_high is not None else way.cost_low
    months = (_months(way.cost_low, rise), _months(high, rise))
    return months, f"{way.cost_low:,.0f} to {high:,.0f} ÷ {rise:,.0f} a year × 12"


def _months(cost: Decimal, rise: Decimal) -> int:
    return int((cost / rise * MONTHS).quantize(Decimal(1), ROUND_HALF_UP))


def _place(ranked: RankedWay) -> tuple:
    way = ranked.way
    unknown = Decimal("Infinity")
    cost = way.cost_low if way.cost_low is not None else unknown
    return (-ranked.points, cost, way.months_min if way.months_min is not None else unknown, way.name)
