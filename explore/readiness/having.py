"""What somebody has, as far as they say. Pure: no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum

NONE = "none"
"""What stands for having nothing of a kind, where leaving it out says nothing."""


class Ability(IntEnum):
    """How well one can do something."""

    NOT_YET = 0
    WITH_HELP = 1
    ALONE = 2

    @property
    def words(self) -> str:
        """As a sentence has it."""
        return ("not yet", "with help", "alone")[self]

    @property
    def share(self) -> Decimal:
        """The share of a term's weight that it earns: none, half, all."""
        return Decimal(self) / 2


@dataclass(frozen=True, slots=True)
class Having:
    """What somebody has. What is not said stays open: it may be had or not.

    `abilities` maps what can be had (a skill's slug, a requirement's key, a code of O*NET) to how well. `credentials`
    are slugs of those that are no award of a rank; None where nothing is said of them, empty where there are none.
    `education` is the rank of the highest award finished (0 for none). `years` are years in the work; `pay` is what
    they would like to earn a year, in US dollars, and `pay_now` what they earn.
    """

    abilities: Mapping[str, Ability] = field(default_factory=dict)
    credentials: frozenset[str] | None = None
    education: int | None = None
    years: int | None = None
    pay: Decimal | None = None
    pay_now: Decimal | None = None
