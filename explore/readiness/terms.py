from abc import ABC, abstractmethod
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from explore.readiness.having import Ability, Having

NOTHING, ALL = Decimal(0), Decimal(1)
QUARTER = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Weight:
    value: Decimal
    words: str
    says_who: str = ""
    url: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """From 0 to 1; `low` and `high` differ if something is unanswered."""

    low: Decimal
    high: Decimal
    sentence: str

    @property
    def is_open(self) -> bool:
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Term(ABC):
    key: str
    label: str
    weight: Weight
    detail: str = ""

    @abstractmethod
    def met_by(self, having: Having) -> Met:
        """How far the answers meet it."""

    @property
    def is_rated(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Doing(Term):
    is_tool: bool = False

    @property
    def is_rated(self) -> bool:
        return True

    def met_by(self, having: Having) -> Met:
        """Alone earns all, with help half, not yet nothing."""
        ability = having.abilities.get(self.key)
        if ability is None:
            return Met(NOTHING, ALL, "Not answered: it counts for nothing, or in full.")
        return Met(ability.share, ability.share, f"You say “{ability.words}”{_WORTH[ability]}.")


_WORTH = {
    Ability.NOT_YET: ", which counts for nothing yet",
    Ability.WITH_HELP: ", which counts half",
    Ability.ALONE: ", which counts in full",
}


@dataclass(frozen=True, slots=True)
class Award:
    """`rank` is 0 for a credential that is no diploma or degree."""

    slug: str
    name: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Holding(Term):
    awards: tuple[Award, ...] = ()

    @property
    def names(self) -> str:
        return " or ".join(award.name for award in self.awards)

    def met_by(self, having: Having) -> Met:
        held = having.credentials or frozenset()
        if by := next((award.name for award in self.awards if not award.rank and award.slug in held), ""):
            return Met(ALL, ALL, f"You have it: {by}.")
        if having.education is not None and any(0 < award.rank <= having.education for award in self.awards):
            return Met(ALL, ALL, "Your schooling covers it.")
        if self._may_still_be_met(having):
            return Met(NOTHING, ALL, f"You do not say whether you have it: {self.names}.")
        return Met(NOTHING, NOTHING, f"You do not have it: {self.names}.")

    def _may_still_be_met(self, having: Having) -> bool:
        hangs_on_education = having.education is None and any(award.rank for award in self.awards)
        hangs_on_credentials = having.credentials is None and any(not award.rank for award in self.awards)
        return hangs_on_education or hangs_on_credentials


@dataclass(frozen=True, slots=True)
class YearsTerm(Term):
    years: int = 0

    def met_by(self, having: Having) -> Met:
        """Rounded down to a quarter."""
        if having.years is None:
            return Met(NOTHING, ALL, f"You do not say how many years you have; {self.years} are asked.")
        share = min(ALL, (Decimal(having.years) / self.years / QUARTER).quantize(ALL, ROUND_DOWN) * QUARTER)
        return Met(share, share, f"You have {having.years} of the {self.years} years asked.")
