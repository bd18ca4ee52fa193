from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from facts.figure import Figure, Named
from facts.periods import Period
from money.computed import Computed, NotComputable, require_amount
from money.convert import all_in_currency, prices, purchasing_powers, regional_prices
from money.national_currencies import currency_of
from money.prices import Prices
from money.purchasing import country_name, home_of


@dataclass(frozen=True, slots=True)
class Restated:
    """`why_not` says why amounts cannot be converted."""

    title: str
    amounts: list[Computed] = field(default_factory=list)
    why_not: str = ""

    @property
    def factor(self) -> str:
        """The common multiplier; "" if amounts differ."""
        factors = {f"× {computed.times} ÷ {computed.over}" for computed in self.amounts}
        return factors.pop() if len(factors) == 1 else ""

    @property
    def releases(self) -> list[Named]:
        return list(dict.fromkeys(one.release for computed in self.amounts for one in computed.inputs))


def by_currency(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Money figures grouped by currency."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.unit.is_money and not figure.is_missing:
            groups.setdefault(figure.unit.name, []).append(figure)
    return list(groups.values())


def in_prices(figures: Sequence[Figure], period: Period, read: Callable[..., Prices] = prices) -> Restated:
    """Two queries, unless `read` has the prices of these periods already."""

    def compute() -> list[Computed]:
        for figure in figures:
            require_amount(figure)
        levels = read(period, *(figure.period for figure in figures))
        return [levels.in_money_of(figure, period) for figure in figures]

    return _or_why_not(f"In {period} dollars", compute)


def in_place(figures: Sequence[Figure]) -> Restated:
    """Two queries."""

    def compute() -> list[Computed]:
        levels = regional_prices(figures)
        return [levels.at_average_prices(figure) for figure in figures]

    return _or_why_not("At average prices of the United States", compute)


def in_country(figures: Sequence[Figure], country: str) -> list[Restated]:
    """By exchange rate and by purchasing power."""
    named = country_name(country)
    return [
        _or_why_not(f"Exchanged for the money of {named}", lambda: _exchanged(figures, country)),
        _or_why_not(f"What buys as much in {named}", lambda: _buying(figures, country)),
    ]


def _exchanged(figures: Sequence[Figure], country: str) -> list[Computed]:
    currency = currency_of(country, figures[0].period.end)
    if figures[0].unit.name == currency:
        raise NotComputable(f"The amount is in {currency} already.")
    return all_in_currency(figures, currency)


def _buying(figures: Sequence[Figure], country: str) -> list[Computed]:
    first = figures[0]
    require_amount(first)
    if home_of(first, first.period.end) == country:
        raise NotComputable("The amount was paid there.")
    powers = purchasing_powers(first.period.first_day.year)
    return [powers.in_purchasing_power(figure, country) for figure in figures]


def _or_why_not(title: str, compute: Callable[[], list[Computed]]) -> Restated:
    try:
        return Restated(title, compute())
    except NotComputable as problem:
        return Restated(title, why_not=str(problem))
