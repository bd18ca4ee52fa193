from dataclasses import dataclass

from explore.jobs.answers import PayAnswer


@dataclass(frozen=True, slots=True)
class Spread:
    """In percent between the 10th and the 90th percentile."""

    low: float
    width: float
    median: float
    description: str


def draw_spread(pay: PayAnswer) -> Spread | None:
    """None where a percentile is missing."""
    figures = [pay.at(measure) for measure in ("p10", "p25", "median", "p75", "p90")]
    values = [float(figure.value) for figure in figures if figure and figure.value is not None]
    if len(values) < len(figures) or values[0] == values[-1]:
        return None
    first, low, median, high, last = (100 * (value - values[0]) / (values[-1] - values[0]) for value in values)
    texts = [figure.value_text for figure in figures if figure]
    description = (
        f"10th to 90th percentile {texts[0]} to {texts[4]}; middle half {texts[1]} to {texts[3]}; median {texts[2]}"
    )
    return Spread(round(low, 1), round(high - low, 1), round(median, 1), description)
