from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from typing import Any

from explore.jobs import JobDocument
from facts.figure import Figure
from facts.periods import Period

ONE_DAY = timedelta(days=1)


def next_change(document: JobDocument, today: date) -> date | None:
    """The first day after this one on which a sign beside a figure, or the note on newer ones, may be another."""
    dues = {date.fromisoformat(used.next_due) + ONE_DAY for used in document.sources if used.next_due}
    days = dues.union(*(_birthdays(period, today) for period in set(_periods(document))))
    return min((day for day in days if day > today), default=None)


def _birthdays(period: Period, today: date) -> set[date]:
    """A year older; and the day on which a projection becomes history."""
    if not period.is_stated:
        return set()
    last = period.last_day
    return {last + ONE_DAY, _in_year(last, today.year), _in_year(last, today.year + 1)}


def _in_year(day: date, year: int) -> date:
    with suppress(ValueError):
        return day.replace(year=year)
    return date(year, 3, 1)  # February 29


def _periods(value: Any) -> Iterator[Period]:
    if isinstance(value, Figure):
        yield value.period
    elif is_dataclass(value):
        for field in fields(value):
            yield from _periods(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _periods(each)
    elif isinstance(value, dict):
        yield from _periods(tuple(value.values()))
