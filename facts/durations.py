"""Lengths of time in months, as a reader sees them. Pure: no database."""


def split_months(low: int, high: int | None = None) -> tuple[str, str]:
    """A length or a range of them as number and unit: ("18", "months"), ("2 to 4", "years").

    Whole years of two or more are given in years; both ends of a range in one unit.
    """
    ends = [low] if high is None or high == low else [low, high]
    unit, size = ("years", 12) if all(end >= 24 and end % 12 == 0 for end in ends) else ("months", 1)
    number = " to ".join(str(end // size) for end in ends)
    return number, "month" if ends == [1] else unit


def format_months(months: int) -> str:
    """Print a length: "1 month", "18 months", "2 years"; whole years from two years on."""
    return " ".join(split_months(months))


def format_months_range(low: int | None, high: int | None, *, open_ended: bool = False) -> str:
    """Print a range of lengths: "6 to 12 months", "2 to 4 years", "3 months or more", "up to 18 months".

    "" where neither end is given.
    """
    if low is None:
        return "" if high is None else f"up to {format_months(high)}"
    text = " ".join(split_months(low, high))
    return f"{text} or more" if open_ended or high is None else text
