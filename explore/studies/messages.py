from decimal import ROUND_HALF_UP, Decimal

from careers.exposure_studies import ExposureMeasure
from careers.models import Occupation
from explore.messages import Message

NO_FORECAST = Message(
    "no_forecast",
    "None of these studies predicts job loss. Each one says how much of the work AI could touch. It does not say what "
    "employers will do.",
)
CLOSE = 20
"""Percentile points from which on two measures part."""


def ordinal(percentile: Decimal) -> str:
    """A percentile as an ordinal.

    >>> ordinal(Decimal("72.05")), ordinal(Decimal("0.4")), ordinal(Decimal("11.5")), ordinal(Decimal("99.9"))
    ('72nd', '1st', '12th', '99th')
    """
    number = min(max(int(percentile.quantize(Decimal(1), ROUND_HALF_UP)), 1), 99)
    teens = number in (11, 12, 13)
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def spread(job: str, highest: tuple[str, Decimal], lowest: tuple[str, Decimal]) -> Message:
    (high, top), (low, bottom) = highest, lowest
    args = {"job": job, "highest": highest, "lowest": lowest}
    if top - bottom < CLOSE:
        between = f"between the {ordinal(bottom)} and the {ordinal(top)} percentile of all jobs"
        text = f"Studies of AI agree on {job}: {between}."
        return Message("exposure_agrees", text, args)
    text = (
        f"Studies of AI disagree on {job}: the {ordinal(top)} percentile of all jobs by {high}, "
        f"and the {ordinal(bottom)} by {low}."
    )
    return Message("exposure_parts", text, args)


def why(high: ExposureMeasure, low: ExposureMeasure) -> Message:
    if high.looks_at == low.looks_at:
        text = f"Both look at {high.looks_at}. One rests on {high.basis}, the other on {low.basis}."
    else:
        text = (
            f"They measure different things. {high.title}, looks at {high.looks_at}. "
            f"{low.title}, looks at {low.looks_at}."
        )
    return Message("why_measures_part", text, {"high": high, "low": low})


def rank_agreement(first: str, second: str, jobs: int, correlation: float | None) -> Message:
    text = f"{first} and {second} both rate {jobs:,} jobs."
    if correlation is None:
        text = f"{text} One of them rates all of these alike."
    else:
        text = (
            f"{text} {_alike(correlation)} Their rank correlation is {_signed(correlation)}, "
            "where 1 is the same order and 0 is no relation."
        )
    args = {"first": first, "second": second, "jobs": jobs, "correlation": correlation}
    return Message("rank_agreement", text, args)


def _signed(correlation: float) -> str:
    return f"{correlation:.2f}".replace("-", "\N{MINUS SIGN}")


def _alike(correlation: float) -> str:
    """Rank correlation in words.

    >>> _alike(0.93), _alike(-0.4)
    ('They put them in much the same order.', 'They put them in nearly opposite orders.')
    """
    for least, words in _ORDERS:
        if correlation >= least:
            return f"They put them in {words}."
    raise AssertionError("A correlation is no lower than −1.")


_ORDERS = (
    (0.8, "much the same order"),
    (0.5, "a similar order, with clear differences"),
    (0.2, "orders that are only loosely related"),
    (-0.2, "orders that have almost nothing in common"),
    (-1.01, "nearly opposite orders"),
)


def route(code: Occupation, job: Occupation) -> str:
    if code == job:
        return ""
    scheme = code.get_scheme_display()
    if code.job == job:
        return f"Rated as {code.code} in {scheme}, which is the whole of this job."
    return (
        f"Rated as {code.code} {code.title} in {scheme}. The crosswalk leads from that code to this job, "
        "and may lead to others too."
    )


def not_loaded(study: str) -> str:
    return f"{study}: not loaded on this site."


def not_rated(study: str, job: str, classification: str) -> str:
    return f"{study}: no rating of {job}. The study has no row for a code of {classification} that stands for this job."


def at_home(job: str, value: Decimal) -> Message:
    if value == 1:
        text = f"The work of {job} can all be done at home."
    elif value == 0:
        text = f"The work of {job} cannot be done at home."
    else:
        text = f"Of the work counted under {job}, a share of {value.normalize():f} can be done at home."
    return Message("at_home", text, {"job": job, "value": value})
