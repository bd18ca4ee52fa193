"""A job as a schema.org Occupation.

A mean is never a median, an open end never a maximum, and what is only a lower bound is left out.
https://schema.org/Occupation
"""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from urllib.parse import urljoin

from django.conf import settings

from explore.jobs import JobDocument
from explore.jobs.account import JobStatement
from facts.country_names import country_name
from facts.figure import Figure
from facts.marks import Mark
from facts.measures import Measure, PayPeriod, Quantity

PERCENTILES = {
    Measure.P10: "percentile10",
    Measure.P25: "percentile25",
    Measure.MEDIAN: "median",
    Measure.P75: "percentile75",
    Measure.P90: "percentile90",
}
DURATIONS = {
    PayPeriod.YEAR: "P1Y",
    PayPeriod.MONTH: "P1M",
    PayPeriod.WEEK: "P1W",
    PayPeriod.HOUR: "PT1H",
}
UNITS = {PayPeriod.YEAR: "YEAR", PayPeriod.MONTH: "MONTH", PayPeriod.WEEK: "WEEK", PayPeriod.HOUR: "HOUR"}
HOME = settings.COUNTRY
COUNTRY = {"@type": "Country", "name": country_name(settings.COUNTRY)}
MOST_NAMED = 10
SCRIPT_UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def structured_job(job: JobDocument, site: str) -> dict:
    """`site` is "https://rungs.example"."""
    skills = [row.label for name in ("technical", "soft", "used") for row in job.listed(name)]
    found = {
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": job.title,
        "alternateName": [row.label for row in job.also_called] or _first(job, "titles"),
        "description": job.sentence,
        "mainEntityOfPage": urljoin(site, job.url),
        "occupationLocation": COUNTRY,
        "occupationalCategory": _once(_codes(job)),
        "responsibilities": [row.label for row in job.listed("responsibilities")] or _first(job, "tasks"),
        "skills": _once(skills) or _first(job, "skills"),
        "educationRequirements": job.answers.entry.education,
        "qualifications": _once(row.label for row in job.listed("requirements")),
        "estimatedSalary": list(_salaries(job)),
    }
    return {name: value for name, value in found.items() if value}


def script_json(data: dict) -> str:
    """Safe inside <script type="application/ld+json">."""
    return json.dumps(data, ensure_ascii=False).translate(SCRIPT_UNSAFE)


def _first(job: JobDocument, name: str) -> list[str]:
    """What the record says where guides are silent."""
    listing = job.record.listing(name) if job.record else None
    return [row.name for row in listing.rows[:MOST_NAMED]] if listing else []


def _codes(job: JobDocument) -> list[str]:
    """Those that count the job first."""
    return [tie.code for tie in job.ties if tie.median] or [job.code]


def _salaries(job: JobDocument) -> Iterator[dict]:
    """At home, on all levels together."""
    claims = [row for row in job.stated("salaries") if not (row.doubt or row.level or _is_elsewhere(row))]
    official = [job.record.latest] if job.record and job.record.latest else []
    for figures in (*(row.figures for row in claims), *(cell.figures for cell in official)):
        pay = [figure for figure in figures if _is_exact_pay(figure)]
        for per in PayPeriod:
            yield from _amounts([figure for figure in pay if figure.unit.per == per])


def _is_elsewhere(row: JobStatement) -> bool:
    return any(figure.industry or (figure.place and figure.place.code != HOME) for figure in row.figures)


def _is_exact_pay(figure: Figure) -> bool:
    return figure.quantity is Quantity.PAY and not figure.is_missing and not figure.is_at_least


def _amounts(figures: Iterable[Figure]) -> Iterator[dict]:
    """Percentiles together, each other number by itself."""
    figures = list(figures)
    percentiles = [figure for figure in figures if figure.measure in PERCENTILES]
    if percentiles:
        first = percentiles[0]
        numbers = {PERCENTILES[figure.measure]: _number(figure.known_value) for figure in percentiles}
        duration = {"duration": DURATIONS[PayPeriod(first.unit.per)]}
        yield {"@type": "MonetaryAmountDistribution", **_words(first, "Pay"), **duration, **numbers}
    for figure in figures:
        if figure.measure not in PERCENTILES:
            yield {"@type": "MonetaryAmount", **_words(figure, figure.measure_text), "value": _quantity(figure)}


def _words(figure: Figure, what: str) -> dict:
    named = f"{what}: {figure.subject.name}, {figure.words}. {figure.source_text}"
    return {"name": named, "currency": figure.unit.name}


def _quantity(figure: Figure) -> dict:
    """Only ends that are ends."""
    high = None if Mark.OPEN_ENDED in figure.marks else figure.high
    ends = {"value": figure.value, "minValue": figure.low, "maxValue": high}
    numbers = {name: _number(value) for name, value in ends.items() if value is not None}
    return {"@type": "QuantitativeValue", **numbers, "unitText": UNITS[PayPeriod(figure.unit.per)]}


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
