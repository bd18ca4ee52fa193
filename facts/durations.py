"""Lengths of time in months, as a reader sees them. Pure: no database."""


def format_months(months: int) -> str:
    """Print a length: "1 month", "18 months", "2 years"; whole years from two years on."""
    if months >= 24 and months % 12 == 0:
        return f"{months // 12} years"
    return f"{months} month" if months == 1 else f"{months} months"


def format_months_range(low: int | None, high: int | None, *, open_ended: bool = False) -> str:
    """Print a range of lengths: "6 to 12 months", "2 to 4 years", "3 months or more", "up to 18 months".

    Both ends in one unit: in years only when both are whole years of two or more. "" where neither is given.
    """
    if low is None:
        return "" if high is None else f"up to {format_months(high)}"
    if high is None or low == high:
        return format_months(low) + (" or more" if open_ended or high is None else "")
    in_years = low >= 24 and low % 12 == 0 and high % 12 == 0
    unit, size = ("years", 12) if in_years else ("months", 1)
    return f"{low // size} to {high // size} {unit}" + (" or more" if open_ended else "")
