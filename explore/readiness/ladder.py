from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from explore.readiness.having import Having


@dataclass(frozen=True, slots=True)
class ReadinessRung:
    """Yearly pay. `is_own` means the reader entered it."""

    position: int
    title: str
    years_min: int | None = None
    years_max: int | None = None
    pay: Decimal | None = None
    currency: str = ""
    measure: str = ""
    focus: str = ""
    says_who: str = ""
    url: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class LadderClimb:
    """`wanted` is the lowest rung that pays enough."""

    rungs: tuple[ReadinessRung, ...]
    here: ReadinessRung | None
    next: ReadinessRung | None
    years_to_next: int | None
    wanted: ReadinessRung | None
    sentence: str

    @property
    def rise(self) -> Decimal | None:
        """Yearly; None without both in one currency."""
        if not self.here or not self.next or self.here.pay is None or self.next.pay is None:
            return None
        return self.next.pay - self.here.pay if _are_comparable(self.here, self.next) else None


def _are_comparable(one: ReadinessRung, other: ReadinessRung) -> bool:
    is_one_measure = one.is_own or other.is_own or one.measure == other.measure
    return one.currency == other.currency and is_one_measure


def climb_of(rungs: Sequence[ReadinessRung], having: Having) -> LadderClimb | None:
    if not rungs:
        return None
    ladder = tuple(sorted(rungs, key=lambda rung: rung.position))
    here = _here(ladder, having.years)
    above = next((rung for rung in ladder if here is None or rung.position > here.position), None)
    asks = above.years_min if above else None
    to_go = None if having.years is None or asks is None else max(0, asks - having.years)
    return LadderClimb(ladder, here, above, to_go, _wanted(ladder, having.pay), _sentence(having, here, above, to_go))


def _here(ladder: Sequence[ReadinessRung], years: int | None) -> ReadinessRung | None:
    if years is None:
        return None
    reached = [rung for rung in ladder if rung.years_min is not None and rung.years_min <= years]
    return reached[-1] if reached else None


def _wanted(ladder: Sequence[ReadinessRung], pay: Decimal | None) -> ReadinessRung | None:
    if pay is None:
        return None
    return next((rung for rung in ladder if rung.pay is not None and rung.currency == "USD" and rung.pay >= pay), None)


def _sentence(having: Having, here: ReadinessRung | None, above: ReadinessRung | None, to_go: int | None) -> str:
    if having.years is None:
        return "Say how many years you have in the work, and the rung that fits is marked."
    stands = f"By your years you stand on “{here.title}”." if here else "Your years reach none of these rungs."
    if above is None:
        return f"{stands} It is the highest that the source draws."
    if to_go is None:
        return f"{stands} The source does not say how many years “{above.title}” takes."
    if not to_go:
        return f"{stands} By years alone “{above.title}” is open to you too."
    return f"{stands} “{above.title}” takes {to_go} more {'year' if to_go == 1 else 'years'}."
