from decimal import Decimal

from facts.currencies import format_money

PHONE, LAPTOP, LETTER = 288, 720, 8
"""How wide a drawing at least is on a phone and on what is wider, and a bold letter in it, in pixels."""
SMALL_WORDS = {"of", "and", "the", "in", "for", "a"}


def short_money(amount: float | Decimal, currency: str) -> str:
    """ "$40k", "$1,250k"; in full under a thousand, or for other than whole thousands."""
    exact = Decimal(str(amount))
    if exact and exact % 1000 == 0:
        return f"{format_money(exact / 1000, currency)}k"
    return format_money(exact, currency)


def cut(label: str, room: float, wide: int = PHONE) -> str:
    """As much of `label` as fits into `room`, in percent of a drawing as `wide` as this.

    >>> cut("Administrator", 50), cut("Administrator", 20)
    ('Administrator', 'Admini…')
    """
    most = max(int(room / 100 * wide / LETTER), 2)
    return label if len(label) <= most else f"{label[: most - 1]}…"


def short_title(title: str, career: str) -> str:
    """ "Senior" of "Senior Medical Records Administrator"; the last word where nothing is left."""
    known = {word.casefold() for word in career.split()} | SMALL_WORDS
    words = title.split()
    return " ".join(word for word in words if word.casefold() not in known) or (words[-1] if words else "")
