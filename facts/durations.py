def split_months(low: int, high: int | None = None) -> tuple[str, str]:
    """("18", "months"), ("2 to 4", "years")"""
    ends = [low] if high is None or high == low else [low, high]
    unit, size = ("years", 12) if all(end >= 24 and end % 12 == 0 for end in ends) else ("months", 1)
    number = " to ".join(str(end // size) for end in ends)
    return number, "month" if ends == [1] else unit


def format_months(months: int) -> str:
    return " ".join(split_months(months))


def format_months_range(low: int | None, high: int | None, *, open_ended: bool = False) -> str:
    """ "6 to 12 months", "3 months or more"; "" without both ends."""
    if low is None:
        return "" if high is None else f"up to {format_months(high)}"
    text = " ".join(split_months(low, high))
    return f"{text} or more" if open_ended or high is None else text
