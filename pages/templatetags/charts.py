"""Small helps of the chart templates."""

from django import template

from facts.figure import Figure
from facts.measures import Measure

register = template.Library()

FIRST_RUNG, BETWEEN_RUNGS = 6, 12  # pixels of the little ladder


@register.filter
def rung_at(number: int) -> int:
    """Where the rung with this number, counted from 0, stands in the little ladder."""
    return FIRST_RUNG + BETWEEN_RUNGS * number


@register.filter
def others(figures: tuple[Figure, ...]) -> list[Figure]:
    """The figures that a row's words add to its first: a median, a mean or a range beside it."""
    told = (Measure.MEDIAN, Measure.MEAN, Measure.RANGE, Measure.NOT_STATED)
    return [figure for figure in figures[1:] if figure.measure in told and figure.field != "converted"]
