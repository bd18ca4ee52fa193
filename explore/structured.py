"""A guide in the words of schema.org, for search engines: an Occupation with what it is estimated to pay.

A number keeps its meaning on the way: percentiles stand in a MonetaryAmountDistribution, a range and a mean each in
a MonetaryAmount that says which it is. A mean is never a median, an open end never a maximum, and what is only a
lower bound is left out. https://schema.org/Occupation
"""

import json
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from django.conf import settings

from explore.guide import Guide
from facts.country_names import country_name
from facts.figure import Figure
from facts.marks import Mark
from facts.measures import Measure, PayPeriod, Quantity
from facts.models import Statement

PERCENTILES = {
    Measure.P10: "percentile10",
    Measure.P25: "percentile25",
    Measure.MEDIAN: "median",
    Measure.P75: "percentile75",
    Measure.P90: "percentile90",
}
DURATIONS = {PayPeriod.YEAR: "P1Y", PayPeriod.HOUR: "PT1H"}
UNITS = {PayPeriod.YEAR: "YEAR", PayPeriod.HOUR: "HOUR"}
COUNTRY = {"@type": "Country", "name": country_name(settings.COUNTRY)}
SCRIPT_UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def structured_guide(guide: Guide, site: str) -> dict:
    """The guide as a schema.org Occupation, its page at `site` ("https://rungs.example")."""
    career = guide.career
    found = {
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": career.title,
        "alternateName": [row.title for row in guide.alternate_titles],
        "description": career.summary,
        "mainEntityOfPage": urljoin(site, career.get_absolute_url()),
        "occupationLocation": COUNTRY,
        "occupationalCategory": [record.match.occupation.code for record in guide.records if record.wages],
        "responsibilities": [row.label for row in guide.responsibilities],
        "skills": _once(row.skill.name for rows in guide.skills.values() for row in rows),
        "qualifications": _once(row.label for row in guide.requirements),
        "estimatedSalary": list(_salaries(guide)),
    }
    return {name: value for name, value in found.items() if value}


def script_json(data: dict) -> str:
    """`data` as JSON that may stand inside a <script type="application/ld+json"> element."""
    return json.dumps(data, ensure_ascii=False).translate(SCRIPT_UNSAFE)


def _salaries(guide) -> Iterator[dict]:
    """What is paid at home on all rungs together: as guides have it, and as the record has it for each occupation."""
    claims = [row for row in guide.salaries_at_home if row.rank != Statement.Rank.DEPRECATED and not row.industry]
    records = [record.latest_wage for record in guide.records if record.latest_wage]
    for row in (*claims, *records):
        pay = [figure for figure in row.figures() if _is_exact_pay(figure)]
        for per in PayPeriod:
            yield from _amounts([figure for figure in pay if figure.unit.per == per])


def _is_exact_pay(figure: Figure) -> bool:
    return figure.quantity is Quantity.PAY and not figure.is_missing and Mark.AT_LEAST not in figure.marks


def _amounts(figures: Iterable[Figure]) -> Iterator[dict]:
    """One statement's pay for one period: its percentiles together, and each other number by itself."""
    figures = list(figures)
    percentiles = [figure for figure in figures if figure.measure in PERCENTILES]
    if percentiles:
        first = percentiles[0]
        numbers = {PERCENTILES[figure.measure]: _number(figure.value) for figure in percentiles}
        duration = {"duration": DURATIONS[PayPeriod(first.unit.per)]}
        yield {"@type": "MonetaryAmountDistribution", **_words(first, "Pay"), **duration, **numbers}
    for figure in figures:
        if figure.measure not in PERCENTILES:
            yield {"@type": "MonetaryAmount", **_words(figure, figure.measure_text), "value": _quantity(figure)}


def _words(figure, what) -> dict:
    named = f"{what}: {figure.subject.name}, {figure.words}. {figure.source_text}"
    return {"name": named, "currency": figure.unit.name}


def _quantity(figure) -> dict:
    """A single number, or the ends of a range that are ends."""
    high = None if Mark.OPEN_ENDED in figure.marks else figure.high
    ends = {"value": figure.value, "minValue": figure.low, "maxValue": high}
    numbers = {name: _number(value) for name, value in ends.items() if value is not None}
    return {"@type": "QuantitativeValue", **numbers, "unitText": UNITS[PayPeriod(figure.unit.per)]}


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _number(value):
    return int(value) if value == value.to_integral_value() else float(value)
