"""How templates show figures; the words and the look are in templates/components/."""

from decimal import Decimal

from babel.numbers import get_currency_name
from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from facts.currencies import format_money
from facts.figure import Figure, WithFigures
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
    """A figure with all its words, its source and its marks.

    `ask` is the reader's question above it, `subject` says to name what it is about, `note` is one more line of
    the source's own words, `sign` a mark to put first. `signs=False` leaves the marks out, and `shape` draws the
    rung otherwise than they say. `lead` makes it large, `anchor` the card that the figure's address leads to.
    Disagreements are looked up in the context's `disputes`, what the record makes of it in its `verdicts`.
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
    """A figure's value alone, linked to its page: for tables, whose caption and headings carry the words."""
    return _inline("components/value.html", figure=figure, missing=missing)


@register.simple_tag
def inline_figure(figure: Figure, *, words: bool = True) -> SafeString:
    """A figure in a sentence, its words in brackets behind it."""
    return _inline("components/inline-figure.html", figure=figure, words=words)


def _inline(template_name: str, **context: object) -> SafeString:
    # The file's last newline would stand as a space before the full stop that follows.
    return mark_safe(render_to_string(template_name, context).strip())  # noqa: S308  the template has escaped it


@register.filter
def exact(number: Decimal) -> str:
    """A number with the digits that it needs and no more: "30.5", "2"."""
    return f"{number.normalize():f}"


@register.filter
def dollars(amount: int) -> str:
    """Whole US dollars: "$8,610"."""
    return format_money(Decimal(amount), "USD")


@register.filter
def money(amount: Decimal, currency: str) -> str:
    """A computed or stated amount to the whole unit of its currency: "$47,190"."""
    return format_money(amount.quantize(Decimal(1)), currency)


@register.filter
def link(figure: Figure) -> str:
    """The address of the figure's page, at the figure; "" where it has none."""
    if not figure.url or "#" in figure.url:
        return figure.url
    return f"{figure.url}#{figure.field}"


@register.filter
def figure_in(statement: WithFigures, field: str) -> Figure | None:
    """The statement's or cell's figure for one field; None where it has none."""
    return statement.figure(field)


@register.filter
def in_words(unit: Unit) -> str:
    """A unit as a caption has it: "US dollars a year", "per cent", "months"."""
    if not unit.is_money:
        return "per cent" if unit.name == "percent" else unit.name
    name = get_currency_name(unit.name, count=2, locale="en_US")
    return f"{name} {PayPeriod(unit.per).label}" if unit.per else name


@register.filter
def pay_period(unit: Unit) -> str:
    """What an amount of pay is for: "a year"."""
    return PayPeriod(unit.per).label


@register.filter
def called(source: Source) -> str:
    """What a source is called in a line of text: "Himalayas guide", "US Bureau of Labor Statistics"."""
    return f"{source.publisher} guide" if source.kind == Source.Kind.GUIDE else source.publisher
