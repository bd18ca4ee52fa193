"""Sentences about jobs side by side, reckoned again from the figures that they name."""

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_EVEN, Decimal

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
MANY = Decimal("1.95")


def problems_of(message) -> Iterator[str]:
    """What is wrong with one sentence."""
    rule = RULES.get(message.kind.removesuffix("_same"))
    if rule is None:
        return
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
