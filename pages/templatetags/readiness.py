from decimal import Decimal

from django import template

from explore.readiness.ways import ReadinessWay
from facts.currencies import format_money
from facts.durations import format_months_range

register = template.Library()
MONTHS = 12


@register.filter
def years_and_months(months: int) -> str:
    """ "5 years 6 months", "2 years"."""
    years, rest = divmod(months, MONTHS)
    parts = [_counted(number, unit) for number, unit in ((years, "year"), (rest, "month")) if number]
    return " ".join(parts) or "at once"


@register.filter
def gained(amount: Decimal) -> str:
    """ "$103,000 more", "the same"."""
    whole = amount.quantize(Decimal(1))
    if not whole:
        return "the same"
    return f"{format_money(abs(whole), 'USD')} {'more' if whole > 0 else 'less'}"


@register.filter
def cost(way: ReadinessWay) -> str:
    """ "$20,000 to $80,000 or more"."""
    if way.cost_low is None:
        return "cost not stated"
    ends = dict.fromkeys(end for end in (way.cost_low, way.cost_high) if end is not None)
    text = " to ".join(format_money(end, way.currency) for end in ends)
    return f"{text} or more" if way.is_open_ended else text


@register.filter
def length_of(way: ReadinessWay) -> str:
    """ "6 to 18 months"."""
    return format_months_range(way.months_min, way.months_max) or "length not stated"


@register.filter
def cited(way: ReadinessWay) -> str:
    own = [name for name, is_own in (("cost", way.is_own_cost), ("length", way.is_own_length)) if is_own]
    said = ", ".join(filter(None, (way.says_who, way.locator)))
    return f"{said}; {' and '.join(own)} by you" if own else said


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
