"""Sentences about jobs side by side, reckoned again from the figures that they name."""

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_EVEN, Decimal

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
MANY = Decimal("1.95")


def problems_of(message) -> Iterator[str]:
    """What is wrong with one sentence."""
    if message.kind == "exposure_leaders":
        yield from _leaders(message)
    if message.kind == "pay_bounds" and not (message.args["high"].is_at_least and message.args["low"].is_at_least):
        yield f"One is no bound: {message.text}"
    rule = RULES.get(message.kind.removesuffix("_same"))
    if rule is None:
        return
    if message.args["high"].is_at_least != (message.text.count("at least") == 2):
        yield f"A bound is told as a number, or a number as a bound: {message.text}"
    high, low = message.args["high"], message.args["low"]
    if message.kind.endswith("_same") != (high.value == low.value) or high.value < low.value:
        yield f"{message.kind} is not so: {message.text}"
    if any(title not in message.text for title in message.args["titles"]):
        yield f"{message.kind} does not name both jobs: {message.text}"
    if high.value != low.value and not rule(_numbers(message), high.value, low.value):
        yield f"{message.kind} is reckoned wrong: {message.text}"


def _numbers(message) -> list[Decimal]:
    """Those of the sentence without those of titles."""
    text = message.text
    for title in message.args["titles"]:
        text = text.replace(title, "")
    return [Decimal(number.replace(",", "")) for number in NUMBER.findall(text)]


def _leaders(message) -> Iterator[str]:
    """Who stands highest by each measure of AI exposure, all who share it included."""
    for measure, percentiles in message.args["ratings"]:
        names = [
            name for name, mine in zip(message.args["names"], percentiles, strict=True) if mine == max(percentiles)
        ]
        who = next(who for who, measures in message.args["leaders"].items() if measure in measures)
        if any(name not in who for name in names) or f"{who} (by " not in message.text or measure not in message.text:
            yield f"{names} lead by {measure}: {message.text}"


def _pay(numbers: list[Decimal], high: Decimal, low: Decimal) -> bool:
    return numbers == [high - low, _whole(100 * (high - low) / low)]


def _count(numbers: list[Decimal], high: Decimal, low: Decimal) -> bool:
    if high / low >= MANY:
        return numbers == [_whole(high / low)]
    return numbers == [_whole(100 * (high - low) / low)]


def _growth(numbers: list[Decimal], high: Decimal, low: Decimal) -> bool:
    return {abs(high), abs(low)} <= set(numbers)


def _whole(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1), ROUND_HALF_EVEN)


RULES: dict[str, Callable[[list[Decimal], Decimal, Decimal], bool]] = {
    "pay": _pay,
    "people": _count,
    "openings": _count,
    "growth": _growth,
}
