"""The record as plain rows, read without the code that judges claims."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from careers.models import Crosswalk, Occupation, OccupationMatch, Outlook
from facts.models import Source
from salaries.models import Wage

COUNTED = ("exact", "narrower")
PAY = ("median", "mean", "p10", "p25", "p75", "p90")


@dataclass(frozen=True)
class RawFigure:
    """One official number: the group (a primary key) and its code, what it measures, from when to when."""

    group: int
    code: str
    quantity: str
    measure: str
    per: str
    start: date
    end: date
    value: Decimal
    part: str = ""  # of jobs: those of the survey, at the start or at the end of a projection, or the change


@dataclass(frozen=True)
class RawRecord:
    """Everything official about the whole country, the groups of each career, and what became of each group."""

    figures: dict[int, list[RawFigure]]
    groups: dict[str, list[int]]
    near: dict[str, list[int]]
    formers: dict[int, dict[str, set[int]]]
    whole: set[tuple[int, int]]
    official_names: set[str]

    def counted(self, group: int) -> list[RawFigure]:
        """Of the group, and of codes whose jobs alone became it."""
        alone = [pk for codes in self.formers.get(group, {}).values() if len(codes) == 1 for pk in codes]
        return [figure for pk in (group, *alone) for figure in self.figures.get(pk, [])]

    def same_jobs(self, group: int) -> list[RawFigure]:
        """Of the group, and of codes that became it whole."""
        whole = [before for before, after in self.whole if after == group]
        return [figure for pk in (group, *whole) for figure in self.figures.get(pk, [])]


def read_raw() -> RawRecord:
    """Read it all."""
    figures: dict[int, list[RawFigure]] = defaultdict(list)
    for figure in (*_wages(), *_outlooks()):
        figures[figure.group].append(figure)
    groups, near = defaultdict(list), defaultdict(list)
    ties = OccupationMatch.objects.order_by("position", "pk").values_list("career__slug", "occupation", "match")
    for slug, group, match in ties:
        (groups if match in COUNTED else near)[slug].append(group)
    for group, scheme, code in Occupation.objects.values_list("pk", "scheme", "code"):
        groups[f"{scheme}:{code}"] = [group]  # what a guide says of an occupation within it
    formers, whole = _crosswalks()
    names = {
        name.casefold()
        for source in Source.objects.filter(kind="statistics")
        for name in (source.publisher, *source.also_called)
    }
    return RawRecord(dict(figures), dict(groups), dict(near), formers, whole, names)


def _wages():
    rows = Wage.objects.filter(release__state="ready", place__code="US", industry__code="000000")
    columns = [f"{per}_{measure}" for per in ("annual", "hourly") for measure in PAY]
    names = ("occupation", "occupation__code", "release__period_start", "release__period_end", "employment", *columns)
    for group, code, start, end, jobs, *amounts in rows.values_list(*names):
        if jobs is not None:
            yield RawFigure(group, code, "employment", "count", "", start, end, Decimal(jobs), "survey")
        for column, amount in zip(columns, amounts, strict=True):
            per, _, measure = column.partition("_")
            if amount is not None:
                unit = {"annual": "year", "hourly": "hour"}[per]
                yield RawFigure(group, code, "pay", measure, unit, start, end, Decimal(amount))


def _outlooks():
    rows = Outlook.objects.filter(occupation__isnull=False, release__state="ready")
    counts = ("employment_start", "employment_end", "employment_change")
    names = ("occupation", "occupation__code", "start_year", "end_year", "growth_percent", "openings_per_year", *counts)
    for group, code, first, last, growth, openings, *jobs in rows.values_list(*names):
        start, end = date(first, 1, 1), date(last, 12, 31)
        yield from _jobs(group, code, start, end, *jobs)
        if growth is not None:
            yield RawFigure(group, code, "growth", "change", "", start, end, Decimal(growth))
        if openings is not None:
            yield RawFigure(group, code, "openings", "count", "year", start, end, Decimal(openings))


def _jobs(group, code, start, end, at_start, at_end, change):
    begun, ended = (start, date(start.year, 12, 31)), (date(end.year, 1, 1), end)
    counts = (("start", "count", begun, at_start), ("end", "count", ended, at_end))
    for part, measure, when, value in (*counts, ("change", "change", (start, end), change)):
        if value is not None:
            yield RawFigure(group, code, "employment", measure, "", *when, Decimal(value), part)


def _crosswalks():
    formers: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = Crosswalk.objects.select_related("from_occupation", "to_occupation", "release")
    pairs = [pair for pair in rows if pair.release is None or pair.release.state == "ready"]
    became, came = defaultdict(set), defaultdict(set)
    for pair in pairs:
        before, after = pair.from_occupation, pair.to_occupation
        formers[after.pk][before.scheme].add(before.pk)
        became[before.pk, after.scheme].add(after.pk)
        came[after.pk, before.scheme].add(before.pk)
    whole = {
        (pair.from_occupation_id, pair.to_occupation_id)
        for pair in pairs
        if len(became[pair.from_occupation_id, pair.to_occupation.scheme]) == 1
        and len(came[pair.to_occupation_id, pair.from_occupation.scheme]) == 1
    }
    return formers, whole
