from decimal import Decimal

from babel.numbers import get_currency_name
from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from facts.currencies import format_money
from facts.figure import Figure
from facts.measures import PayPeriod
from facts.models import Source
from facts.units import Unit
from pages.annotations import Sign, shape_of, signs_of

register = template.Library()


@register.inclusion_tag("components/figure.html", takes_context=True)
def figure_card(
    context: Context,
    figure: Figure,
    *,
    ask: str = "",
    subject: bool = False,
    note: str = "",
    sign: Sign | None = None,
    signs: bool = True,
    shape: str = "",
    lead: bool = False,
    anchor: bool = False,
) -> dict:
    """`ask` is the question above it, `note` one more line of the source's own words, `sign` a mark to put first.

    `subject` names what it is about, `signs=False` hides marks, `shape` replaces the mark drawn, `anchor` is the card
    that its address leads to. The context gives `disputes` and `verdicts`.
    """
    verdict = (context.get("verdicts") or {}).get(figure.address)
    found = signs_of(figure, timezone.now().date(), context.get("disputes")) if signs else []
    found = [*(mark for mark in (sign, verdict if signs else None) if mark), *found]
    return {
        "figure": figure,
        "ask": ask,
        "subject": subject,
        "note": note,
        "signs": found,
        "shape": shape or shape_of(figure, found),
        "lead": lead,
        "anchor": anchor,
    }


@register.simple_tag
def value(figure: Figure | None, *, missing: str = "not given") -> SafeString:
    """Linked; for tables, whose caption and headings carry the words."""
    return _inline("components/value.html", figure=figure, missing=missing)


@register.simple_tag
def inline_figure(figure: Figure, *, words: bool = True) -> SafeString:
    """Its words in brackets behind it."""
    return _inline("components/inline-figure.html", figure=figure, words=words)


def _inline(template_name: str, **context: object) -> SafeString:
    # The file's last newline would stand as a space before the full stop that follows.
    return mark_safe(render_to_string(template_name, context).strip())  # noqa: S308  the template has escaped it


@register.filter
def exact(number: Decimal) -> str:
    """ "30.5", "2"."""
    return f"{number.normalize():f}"


@register.filter
def dollars(amount: int) -> str:
    """ "$8,610"."""
    return format_money(Decimal(amount), "USD")


@register.filter
def money(amount: Decimal, currency: str) -> str:
    """ "$47,190"."""
    return format_money(amount.quantize(Decimal(1)), currency)


@register.filter
def link(figure: Figure) -> str:
    if not figure.url or "#" in figure.url:
        return figure.url
    return f"{figure.url}#{figure.field}"


@register.filter
def in_words(unit: Unit) -> str:
    """ "US dollars a year", "percent", "months"."""
    if not unit.is_money:
        return "percent" if unit.name == "percent" else unit.name
    name = get_currency_name(unit.name, count=2, locale="en_US")
    return f"{name} {PayPeriod(unit.per).label}" if unit.per else name


@register.filter
def pay_period(unit: Unit) -> str:
    """ "a year"."""
    return PayPeriod(unit.per).label


@register.filter
def called(source: Source) -> str:
    """ "Himalayas guide", "US Bureau of Labor Statistics"."""
    return f"{source.publisher} guide" if source.kind == Source.Kind.GUIDE else source.publisher
