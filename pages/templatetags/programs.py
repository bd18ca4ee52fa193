"""How templates show outcomes of programs."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from education.models import ProgramOutcome
from facts.currencies import format_money
from facts.marks import Mark

register = template.Library()

COUNTED = "completers"


@register.filter
def outcome(program: ProgramOutcome, field: str) -> SafeString:
    """The number of a field, or why there is none: "$39,604", "suppressed", "not published"."""
    number = getattr(program, field)
    if number is None:
        why = "suppressed" if Mark.SUPPRESSED in program.marks.get(field, ()) else "not published"
        return format_html('<span class="missing">{}</span>', why)
    text = f"{number:,}" if field == COUNTED else format_money(Decimal(number), program.currency)
    return format_html('<data value="{}">{}</data>', number, text)


@register.filter
def why_no_tuition(program: ProgramOutcome) -> str:
    """Why a program has no tuition of a year."""
    return "not given" if program.level in ProgramOutcome.UNDERGRADUATE else "undergraduate tuition only"


@register.simple_tag
def dollar_range(low: int | None, high: int | None, missing: str) -> SafeString:
    """From the lowest to the highest: "$25,120 to $61,000"."""
    if low is None or high is None:
        return format_html('<span class="missing">{}</span>', missing)
    ends = [format_money(Decimal(end), "USD") for end in dict.fromkeys((low, high))]
    return format_html('<data value="{}/{}">{}</data>', low, high, " to ".join(ends))


@register.filter
def as_state(place: str) -> str:
    """A state chosen on a job's page, as a list of programs takes it: "US-OH" is "&state=OH"."""
    country, _, state = place.partition("-")
    return f"&state={state}" if country == "US" and state else ""
