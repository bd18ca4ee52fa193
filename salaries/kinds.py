from collections.abc import Collection, Iterable
from functools import partial
from operator import itemgetter
from typing import Any

from django.conf import settings

from careers.models import Occupation
from careers.schemes import SchemeChoices
from facts.figure import Figure
from facts.kinds import ComparisonRow, Composite, Narrowing, StatementKind, every_figure, figures_in
from facts.measures import Measure, PayPeriod, Quantity
from facts.models import Industry, Place, Release
from salaries.models import Salary, Wage
from salaries.models.salary import AMOUNTS
from salaries.models.wage import PAY_FIELDS, PER

HOME = settings.COUNTRY
RUNGS_ARE_THEIR_OWN = "Each ladder has rungs of its own: a rung of one is no rung of another."
SINGLE = frozenset(Measure) - {Measure.RANGE}


def general_pay(rows: Iterable[Salary]) -> list[Figure]:
    """A single number, for no rung, in the home country and all industries."""
    return _measured(_general(rows), SINGLE)


def pay_range(rows: Iterable[Salary]) -> list[Figure]:
    return _measured(_general(rows), {Measure.RANGE})


def pay_by_rung(rows: Iterable[Salary]) -> list[Figure]:
    """Medians, lowest rung first."""
    rungs = [(row.level.position, row) for row in rows if row.level]
    return _measured((row for _, row in sorted(rungs, key=itemgetter(0))), {Measure.MEDIAN})


def pay_in_one_industry(rows: Iterable[Salary]) -> list[Figure]:
    return every_figure(row for row in rows if row.industry and not row.level and not row.is_of_a_part)


def pay_abroad(rows: Iterable[Salary]) -> list[Figure]:
    """In local currency."""
    abroad = [row for row in rows if row.place and row.place.code != HOME]
    return [figure for figure in every_figure(abroad) if figure.field != "converted"]


def headlines(rows: Iterable[Wage]) -> list[Figure]:
    """Yearly medians, or hourly ones if only those are published."""
    return [figure for row in rows if (figure := row.headline())]


def _general(rows: Iterable[Salary]) -> list[Salary]:
    at_home = [row for row in rows if row.place is None or row.place.code == HOME]
    return [row for row in at_home if row.level is None and row.industry is None and not row.is_of_a_part]


def _measured(rows: Iterable, measures: Collection[Measure]) -> list[Figure]:
    return [figure for figure in every_figure(rows) if figure.measure in measures]


def _amount(name: str, help: str, type: str = "amount") -> Narrowing:
    return Narrowing(name=name, type=type, help=help, both_ends=True)


PLACES: dict[str, Any] = {"type": "reference", "column": "place__code", "rows": Place.objects.all, "by": "code"}
INDUSTRIES = PLACES | {"column": "industry__code", "rows": Industry.objects.all}

SALARIES = StatementKind(
    model=Salary,
    slug="salaries",
    one="salary",
    order=10,
    heading="Pay",
    chapter="pay",
    about="What guides say of pay: one row for each group of people that a source gives pay for.",
    about_one="What a guide says one group of people is paid.",
    fields=(
        "career",
        "level",
        "about",
        "group",
        "place",
        "industry",
        "currency",
        "pay_period",
        *AMOUNTS,
        Composite(
            name="converted",
            about="The source's own conversion of its range to another currency.",
            help="As the source itself converts it.",
            parts=(
                ("currency", "converted_currency", "ISO 4217: USD."),
                ("low", "converted_low", "The low end."),
                ("high", "converted_high", "The high end."),
            ),
        ),
    ),
    help={
        "level": "The rung; null for all levels.",
        "about": "The occupation that it is for, where a guide tells several apart; null for the whole career.",
        "group": "The group that it is for, as printed; blank for the whole career.",
        "place": "Where; null if not stated.",
        "industry": "Null for all industries.",
    },
    narrowings=(
        Narrowing(
            name="level",
            type="numbers",
            column="level__position",
            help="Positions on the ladder, 1 for the lowest.",
            limits={"lowest": 1},
        ),
        Narrowing(
            name="has_level",
            type="yes_no",
            column="level",
            lookup="isnull",
            exclude=True,
            help="Whether it is for one rung of the ladder only.",
        ),
        Narrowing(name="place", help="Places that it is for.", **PLACES),
        Narrowing(name="industry", help="Industries it is for.", **INDUSTRIES),
        Narrowing(name="currency", type="currency", help="Currency in ISO 4217: USD."),
        Narrowing(name="pay_period", type="choices", words=PayPeriod.choices, help="What the pay is for."),
        _amount("low", "Low end of the range"),
        _amount("high", "High end of the range"),
        _amount("mean", "Mean"),
        _amount("p10", "10th percentile"),
        _amount("p25", "25th percentile"),
        _amount("median", "Median"),
        _amount("p75", "75th percentile"),
        _amount("p90", "90th percentile"),
        _amount("amount", "Pay whose measure the source does not state"),
    ),
    ordering={"career": "career__title", "level": "level__position", "place": "place__name"}
    | {name: name for name in (*AMOUNTS, "reference_start")},
    checked_by="wages",
    compared=(
        ComparisonRow(key="pay", title="Pay, median or mean", figures=general_pay),
        ComparisonRow(key="pay-range", title="Pay range, a year", figures=pay_range, measured=True),
        ComparisonRow(
            key="pay-rungs",
            title="Median pay by rung, a year",
            figures=pay_by_rung,
            measured=True,
            never=RUNGS_ARE_THEIR_OWN,
        ),
        ComparisonRow(key="pay-industry", title="Pay in one industry", figures=pay_in_one_industry),
        ComparisonRow(key="pay-abroad", title="Pay abroad", figures=pay_abroad),
    ),
)


def _medians_without_yearly(period: str, rows: Iterable[Wage]) -> list[Figure]:
    """For occupations without a yearly median."""
    paid = [row for row in rows if row.annual_median is None]
    return [figure for row in paid if (figure := row.figure(f"{period}_median")) and not figure.is_missing]


_MEASURES = {
    "mean": "Mean",
    "p10": "10th percentile",
    "p25": "25th percentile",
    "median": "Median",
    "p75": "75th percentile",
    "p90": "90th percentile",
}

WAGES = StatementKind(
    model=Wage,
    slug="wages",
    one="wage",
    order=20,
    heading="Official pay",
    chapter="record",
    about="The record's pay: one row for each occupation, place and industry of each release. Long: pages by cursor.",
    about_one="One cell of one release.",
    fields=("currency", "employment", "employment_rse", "wage_rse", *PAY_FIELDS),
    narrowings=(
        Narrowing(
            name="release",
            type="reference",
            column="release__slug",
            rows=Release.objects.ready,
            help="Releases: may-2024.",
        ),
        Narrowing(
            name="occupation",
            type="reference",
            column="occupation__code",
            rows=Occupation.objects.all,
            by="code",
            help="Codes of occupations: 29-2072.",
        ),
        Narrowing(
            name="scheme",
            type="choices",
            column="occupation__scheme",
            words=SchemeChoices(),
            help="Classifications.",
        ),
        Narrowing(
            name="level",
            type="choices",
            column="occupation__level",
            words=Occupation.Level.choices,
            help="How fine the groups are.",
        ),
        Narrowing(name="place", help="Places: US.", **PLACES),
        Narrowing(
            name="place_kind", type="choices", column="place__kind", words=Place.Kind.choices, help="Kinds of place."
        ),
        Narrowing(name="industry", help="Industries; 000000 for all together.", **INDUSTRIES),
        _amount("employment", "Jobs counted", "count"),
        *(_amount(f"annual_{name}", f"{label} a year") for name, label in _MEASURES.items()),
        *(_amount(f"monthly_{name}", f"{label} a month") for name, label in _MEASURES.items()),
        *(_amount(f"weekly_{name}", f"{label} a week") for name, label in _MEASURES.items()),
        *(_amount(f"hourly_{name}", f"{label} an hour") for name, label in _MEASURES.items()),
    ),
    ordering={name: name for name in ("employment", *PAY_FIELDS)} | {"release": "release__period_end"},
    address={
        "release": "release__slug",
        "code": "occupation__code",
        "place": "place__code",
        "industry": "industry__code",
    },
    preferred=("-occupation__scheme", "pk"),
    identified_by=("release_slug", "occupation_scheme", "occupation_code", "place_code", "industry_code"),
    is_long=True,
    record=lambda occupations: (
        Wage.objects.published().national().for_occupations(occupations).with_words().newest_first()
    ),
    answers=(Quantity.PAY, Quantity.EMPLOYMENT),
    has_period_of_release=True,
    beside_claims=("annual_median", "annual_mean"),
    compared=(
        ComparisonRow(
            key="record-median",
            title="Median pay",
            group="record",
            figures=headlines,
        ),
        *(
            ComparisonRow(
                key=f"record-median-{PER[period]}",
                title=f"Median pay, {PER[period].label}",
                group="record",
                figures=partial(_medians_without_yearly, period),
                measured=True,
            )
            for period in ("monthly", "weekly", "hourly")
        ),
        ComparisonRow(key="record-jobs", title="Jobs", group="record", figures=figures_in("employment"), measured=True),
    ),
)
