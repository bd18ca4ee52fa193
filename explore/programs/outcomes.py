"""What becomes of graduates of programs that lead to a job. Pure: no database."""

from dataclasses import dataclass

from facts.figure import Figure, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelOutcomes:
    """Programs of one level, `paid` of which have published earnings.

    Each range is from the lowest to the highest program, in dollars; None where no program gives any. Earnings are
    medians four years after, tuition is of a year in the school's own state. `costs` are what guides say it costs.
    """

    level: Named
    programs: int
    paid: int
    earnings_low: int | None = None
    earnings_high: int | None = None
    debt_low: int | None = None
    debt_high: int | None = None
    tuition_low: int | None = None
    tuition_high: int | None = None
    costs: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """Level by level, the shortest first; `url` lists the programs."""

    levels: tuple[LevelOutcomes, ...]
    release: Named
    source: Named
    url: str
    credit: str = ""

    @property
    def programs(self) -> int:
        return sum(level.programs for level in self.levels)
