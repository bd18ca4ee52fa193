"""BLS's words for job growth, by edition of its projections. No database.

Words depend on growth in whole percent, and the scale changes with each edition. All 341 profiles of 2024–34 agree with
its scale.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from facts.periods import Period

MUCH_FASTER, FASTER, AS_FAST = "much faster than average", "faster than average", "as fast as average"
SLOWER, LITTLE, DECLINE = "slower than average", "little or no change", "decline"
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class GrowthScale:
    """The lowest growth, in whole percent, for each term, highest first."""

    steps: tuple[tuple[int, str], ...]
    below: str = DECLINE

    def words_for(self, growth: Decimal) -> tuple[str, ...]:
        """BLS rounds longer numbers, so 4.5 may be 4 or 5: two terms."""
        ends = ((growth - HALF).to_integral_value(ROUND_CEILING), (growth + HALF).to_integral_value(ROUND_FLOOR))
        return tuple(dict.fromkeys(self._word(whole) for whole in ends))

    def _word(self, whole: Decimal) -> str:
        return next((word for least, word in self.steps if whole >= least), self.below)


SCALES: Mapping[tuple[int, int], GrowthScale] = {
    (2024, 2034): GrowthScale(((7, MUCH_FASTER), (5, FASTER), (3, AS_FAST), (1, SLOWER), (0, LITTLE))),
}
"""By the first and the last year of the projection."""

_PATTERNS = (
    (r"much faster than( the)? average", MUCH_FASTER),
    (r"faster than( the)? average", FASTER),
    (r"as fast as( the)? average", AS_FAST),
    (r"slow(er|ly) than( the)? average", SLOWER),
    (r"little or no (change|growth)", LITTLE),
    (r"declin", DECLINE),
)


def scale_of(period: Period) -> GrowthScale | None:
    """None if the edition's scale is not known."""
    return SCALES.get((period.start.year, period.end.year)) if period.start and period.end else None


def read_words(text: str) -> str:
    """The publisher's term, or "".

    >>> read_words("about as fast as the average"), read_words("relatively good")
    ('as fast as average', '')
    """
    lowered = text.casefold()
    return next((word for pattern, word in _PATTERNS if re.search(pattern, lowered)), "")
