"""Ways in, ranked by what they close for their cost and length. Pure: no database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from explore.readiness.ladder import Climb
from explore.readiness.terms import Award, Holding, Term

ZERO, MONTHS = Decimal(0), Decimal(12)


@dataclass(frozen=True, slots=True)
class Way:
    """A way in as a source gives it: what one earns on it, months and cost from and to (None where not given).

    `is_open_ended` says that the cost may be higher than its upper end; `is_own_cost` and `is_own_length` that the
    reader put them in. `locator` is the place in the source.
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
    """A way in, the terms that its credentials close and their points, and in how many months it pays for itself.

    `payback` is cost over the rise in pay from one's rung to the next, in months from and to; None where the cost or
    the rise is not known. `sum` shows it.
    """

    way: Way
    closes: tuple[Term, ...]
    points: Decimal
    payback: tuple[int, int] | None
    sum: str


def rank(ways: Iterable[Way], short: Mapping[Term, Decimal], climb: Climb | None) -> tuple[RankedWay, ...]:
    """The ways: those that close the most points first, then the cheapest, then the shortest.

    `short` maps the terms that are not met for certain to the points that they lack.
    """
    rise = climb.rise if climb else None
    currency = climb.here.currency if climb and climb.here else ""
    ranked = (_ranked(way, short, rise if way.currency == currency else None) for way in ways)
    return tuple(sorted(ranked, key=_place))


def _ranked(way, short, rise) -> RankedWay:
    closed = tuple(term for term in short if closes(way, term))
    payback, text = _payback(way, rise)
    return RankedWay(way, closed, sum((short[term] for term in closed), ZERO), payback, text)


def closes(way: Way, term: Term) -> bool:
    """Whether one of the credentials that the way leads to meets the term."""
    if not isinstance(term, Holding):
        return False
    earned = {award.slug for award in way.awards}
    highest = max((award.rank for award in way.awards), default=0)
    return any(award.slug in earned or 0 < award.rank <= highest for award in term.awards)


def _payback(way, rise):
    if way.cost_low is None:
        return None, "The source gives no cost."
    if rise is None or rise <= 0:
        return None, "What the next rung pays more is not known."
    high = way.cost_high if way.cost_high is not None else way.cost_low
    months = (_months(way.cost_low, rise), _months(high, rise))
    return months, f"{way.cost_low:,.0f} to {high:,.0f} ÷ {rise:,.0f} a year × 12"


def _months(cost, rise) -> int:
    return int((cost / rise * MONTHS).quantize(Decimal(1), ROUND_HALF_UP))


def _place(ranked):
    way = ranked.way
    unknown = Decimal("Infinity")
    cost = way.cost_low if way.cost_low is not None else unknown
    return (-ranked.points, cost, way.months_min if way.months_min is not None else unknown, way.name)
