from collections.abc import Sequence

from pages.charts.ladder import LadderChart, LadderStep, draw_ladder
from salaries.models import Salary


def draw_climb(salaries: Sequence[Salary]) -> LadderChart | None:
    """None where it is no climb."""
    steps = [step for row in salaries if (step := _step(row))]
    return draw_ladder(steps, salaries[0].career.title) if steps else None


def _step(row: Salary) -> LadderStep | None:
    median = row.figure("median")
    if row.level is None or row.level.years_min is None or median is None:
        return None
    return LadderStep(row.level.title, row.level.years_min, row.level.years_max, median)
