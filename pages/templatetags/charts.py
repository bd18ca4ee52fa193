from django import template

from facts.figure import Figure
from facts.measures import Measure

register = template.Library()

FIRST_RUNG, BETWEEN_RUNGS = 6, 12  # pixels of the little ladder


@register.filter
def rung_at(number: int) -> int:
    return FIRST_RUNG + BETWEEN_RUNGS * number


@register.filter
def others(figures: tuple[Figure, ...]) -> list[Figure]:
    """A median, mean or range beside a row's first figure, or a number whose measure is not stated."""
    told = (Measure.MEDIAN, Measure.MEAN, Measure.RANGE, Measure.NOT_STATED)
    return [figure for figure in figures[1:] if figure.measure in told and figure.field != "converted"]
