from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django_filters import Filter

from careers.models import Career
from explore.filters.base import Filters
from explore.filters.kinds import (
    Amount,
    Choices,
    Count,
    Currency,
    Day,
    Numbers,
    Ordering,
    Reference,
    Words,
    YesNo,
    bounds,
)
from facts.kinds import Narrowing, StatementKind
from facts.models import Source, Statement

TYPES: dict[str, type[Filter]] = {
    "amount": Amount,
    "choices": Choices,
    "count": Count,
    "currency": Currency,
    "day": Day,
    "numbers": Numbers,
    "reference": Reference,
    "words": Words,
    "yes_no": YesNo,
}
"""What a kind may be narrowed by, by the name that its declaration uses."""


class StatementFilters(Filters):
    career = Reference("career__slug", rows=Career.objects.all(), help_text="Careers that it is about.")
    source = Reference("source__slug", rows=Source.objects.all(), help_text="Sources that it is taken from.")
    rank = Choices(words=Statement.Rank.choices, help_text="How the editors rank it.")
    attributed_to = Words(lookup_expr="iexact", help_text="Whom the source itself credits, as it writes the name.")
    reference_start_min, reference_start_max = bounds("reference_start", "First day that the source measured", Day)
    reference_end_min, reference_end_max = bounds("reference_end", "Last day that the source measured", Day)


@cache
def filters_of(kind: StatementKind) -> type[Filters]:
    base = StatementFilters if issubclass(kind.model, Statement) else Filters
    own = {name: one for narrowing in kind.narrowings for name, one in _filters(narrowing)}
    meta = type("Meta", (), {"model": kind.model, "fields": []})
    ordering = Ordering(fields=dict(kind.ordering))
    return type(f"{kind.model.__name__}Filter", (base,), {**own, "ordering": ordering, "Meta": meta})


def _filters(narrowing: Narrowing) -> Iterator[tuple[str, Filter]]:
    name, column = narrowing.name, narrowing.column or narrowing.name
    if narrowing.both_ends:
        labels = {"label": narrowing.label} if narrowing.label else {}
        low, high = bounds(column, narrowing.help, TYPES[narrowing.type], **labels, **narrowing.limits)
        yield from ((f"{name}_min", low), (f"{name}_max", high))
    else:
        yield name, TYPES[narrowing.type](column, help_text=narrowing.help, **_options(narrowing))


def _method(narrow: Callable[[QuerySet, Any], QuerySet]) -> Callable:
    """As django-filter calls it: with the rows, the column's name and the value."""
    return lambda rows, name, value: narrow(rows, value)


def _options(narrowing: Narrowing) -> dict:
    options: dict = dict(narrowing.limits)
    if narrowing.label:
        options["label"] = narrowing.label
    if narrowing.narrow:
        options["method"] = _method(narrowing.narrow)
    if narrowing.lookup:
        options["lookup_expr"] = narrowing.lookup
    if narrowing.exclude:
        options["exclude"] = True
    if narrowing.rows:
        options |= {"rows": narrowing.rows(), "by": narrowing.by, "many": narrowing.many}
    if narrowing.words:
        options["words"] = narrowing.words
    return options
