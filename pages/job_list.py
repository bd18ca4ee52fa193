"""What a list of jobs is called."""

from collections.abc import Mapping
from typing import Any

from careers.models import TypicalEntry
from explore.search.questions import BELOW_ASSOCIATE, BELOW_BACHELOR
from facts.models import Place

ORDERS = {
    "-median": "Highest paid jobs",
    "median": "Lowest paid jobs",
    "-growth": "Fastest growing jobs",
    "growth": "Slowest growing jobs",
    "-employment": "Jobs with the most people",
    "-exposure": "Jobs with the most AI exposure",
    "exposure": "Jobs with the least AI exposure",
}
WITHOUT = {
    frozenset(BELOW_ASSOCIATE.split(",")): "without a college degree",
    frozenset(BELOW_BACHELOR.split(",")): "without a bachelor’s degree",
}
AT_HOME = {True: "that can be done at home", False: "that cannot be done at home"}


def title_of_list(asked: Mapping[str, Any], place: Place | None = None) -> str:
    """ "Highest paid jobs without a college degree, $60,000 a year or more, in Ohio"."""
    ordering = next(iter(asked.get("ordering", [])), "")
    shrinks = (asked.get("growth_max") or 0) < 0
    kind = "Shrinking jobs" if shrinks else ORDERS.get(ordering, "Jobs")
    without = WITHOUT.get(frozenset(asked.get("education", [])), "")
    at_home = AT_HOME.get(asked["from_home"], "") if "from_home" in asked else ""
    text = " ".join(filter(None, (kind, without, at_home)))
    rest = [_pay(asked), f"in {place.name}" if place else "", _words(asked.get("q", ""))]
    title = ", ".join([text, *filter(None, rest)])
    return "All jobs" if title == "Jobs" else title


def education_of(asked: Mapping[str, Any]) -> str:
    """ "Associate's degree or Bachelor's degree"; "" where none is chosen, or the title says it."""
    named, levels = dict(TypicalEntry.EDUCATION), asked.get("education", [])
    return "" if frozenset(levels) in WITHOUT else " or ".join(named[level] for level in levels)


def _pay(asked: Mapping[str, Any]) -> str:
    low, high = asked.get("median_min"), asked.get("median_max")
    if low is not None and high is not None:
        return f"${low:,.0f} to ${high:,.0f} a year"
    if low is not None:
        return f"${low:,.0f} a year or more"
    return f"up to ${high:,.0f} a year" if high is not None else ""


def _words(words: str) -> str:
    return f"with “{words}” in the title" if words else ""
