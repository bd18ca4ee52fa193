"""Convert figures with releases readers may see. NotComputable says why not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from django.db.models import Exists, OuterRef

from facts.figure import Figure
from facts.models import Release, Released, ReleasedQuerySet
from facts.periods import Period
from money.computed import Computed, NotComputable, require_amount
from money.exchange import ExchangeRates, Rate, require_short
from money.models import ExchangeRate, PriceIndex, PurchasingPower, RegionalPrice
from money.prices import Prices
from money.purchasing import PurchasingPowers
from money.regional import RegionalPrices


def in_money_of(figure: Figure, year: int, month: int | None = None) -> Computed:
    require_amount(figure)
    period = Period.of_month(year, month) if month else Period.of_year(year)
    return prices(figure.period, period).in_money_of(figure, period)


def prices(*periods: Period) -> Prices:
    """Two queries."""
    release = newest(PriceIndex, "No consumer price index is here.")
    years = {period.start.year for period in (*periods, last_month(release)) if period.start}
    rows = PriceIndex.objects.in_release(release).filter(year__in=years).values_list("year", "month", "value")
    return Prices(release.named, {(year, month): value for year, month, value in rows})


def last_month(release: Release) -> Period:
    """The month in which the release's period ends."""
    return Period.of_month(release.period_end.year, release.period_end.month) if release.period_end else Period()


def in_purchasing_power(figure: Figure, country: str) -> Computed:
    require_amount(figure)
    return purchasing_powers(figure.period.first_day.year).in_purchasing_power(figure, country)


def purchasing_powers(year: int) -> PurchasingPowers:
    release = newest(PurchasingPower, "No factors of purchasing power are here.")
    rows = PurchasingPower.objects.in_release(release).filter(year=year).values_list("country", "value")
    return PurchasingPowers(release.named, year, dict(rows), release.period_end)


def at_average_prices(figure: Figure) -> Computed:
    require_amount(figure)
    return regional_prices([figure]).at_average_prices(figure)


def regional_prices(figures: Iterable[Figure]) -> RegionalPrices:
    """Two queries."""
    release = newest(RegionalPrice, "No regional prices are here.")
    places = {figure.place.code for figure in figures if figure.place}
    rows = RegionalPrice.objects.in_release(release).of_all_items().of_places(places)
    levels: dict[str, dict[int, Decimal]] = defaultdict(dict)
    for place, year, value in rows.values_list("place__code", "year", "value"):
        levels[place][year] = value
    return RegionalPrices(release.named, dict(levels))


def in_currency(figure: Figure, currency: str) -> Computed:
    """At the exchange rate of the figure's own time."""
    return all_in_currency([figure], currency)[0]


def all_in_currency(figures: Sequence[Figure], currency: str) -> list[Computed]:
    """Amounts of one currency and one time; three queries."""
    first = figures[0]
    require_amount(first)
    require_short(first.period)
    reason = NotComputable("No exchange rates are here for this time.")
    for rates in exchange_rates((first.unit.name, currency), first.period):
        try:
            return [rates.in_currency(figure, currency) for figure in figures]
        except NotComputable as problem:
            reason = problem
    raise reason


def exchange_rates(currencies: Iterable[str], period: Period) -> list[ExchangeRates]:
    """Two queries. A published rate precedes a computed average."""
    rows = ExchangeRate.objects.published().filter(currency__in=list(currencies)).within(period)
    candidates = list(_by_release(rows, period))
    return sorted(candidates, key=lambda rates: max(rate.days for rate in rates.rates.values()))


def _by_release(rows: ReleasedQuerySet, period: Period) -> Iterator[ExchangeRates]:
    by_release: dict[int, dict[str, list]] = defaultdict(lambda: defaultdict(list))
    bases: dict[int, str] = {}
    for release, base, currency, start, end, value in rows.values_list(
        "release", "base", "currency", "start", "end", "value"
    ):
        bases[release] = base
        by_release[release][currency].append((Period(start, end), value))
    for release in _newest_of_each_source(by_release):
        rates = {currency: _rate(spans, period) for currency, spans in by_release[release.pk].items()}
        yield ExchangeRates(release.named, bases[release.pk], period, rates)


def _rate(spans: list[tuple[Period, Decimal]], period: Period) -> Rate:
    whole = [value for span, value in spans if span == period]
    if whole:
        return Rate(whole[0])
    mean = sum((value for _, value in spans), Decimal(0)) / len(spans)
    return Rate(mean.quantize(Decimal("0.000001")), len(spans))


def _newest_of_each_source(releases: Iterable[int]) -> Iterable[Release]:
    rows = Release.objects.filter(pk__in=list(releases)).newest_first().select_related("source")
    return {release.source_id: release for release in reversed(rows)}.values()


def newest(model: type[Released], otherwise: str) -> Release:
    """Raises NotComputable with the `otherwise` text."""
    holds = Exists(model.objects.filter(release=OuterRef("pk")))
    release = Release.objects.ready().filter(holds).newest_first().select_related("source").first()
    if release is None:
        raise NotComputable(otherwise)
    return release
