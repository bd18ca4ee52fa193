from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum

NONE = "none"
"""What stands for having nothing of a kind, where leaving it out says nothing."""


class Ability(IntEnum):
    NOT_YET = 0
    WITH_HELP = 1
    ALONE = 2

    @property
    def words(self) -> str:
        return ("not yet", "with help", "alone")[self]

    @property
    def share(self) -> Decimal:
        """Share of a term's weight: none, half, all."""
        return Decimal(self) / 2


@dataclass(frozen=True, slots=True)
class Having:
    """Unanswered items are None or absent.

    `abilities` by skill slug, requirement key or O*NET code. `education`: rank of the highest award (0 for none). `pay`
    and `pay_now`: US dollars a year.
    """

    abilities: Mapping[str, Ability] = field(default_factory=dict)
    credentials: frozenset[str] | None = None
    education: int | None = None
    years: int | None = None
    pay: Decimal | None = None
    pay_now: Decimal | None = None
