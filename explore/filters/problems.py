"""Problems with query parameters. No database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LONGEST = 2_000
LONGEST_LIST = 8_000
"""As long as an address may be."""
SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """`code` is for programs, `message` for people."""

    parameter: str
    code: str
    message: str


def problems_of_text(parameter: str, values: Sequence[str], *, several: bool) -> Iterator[Problem]:
    if len(values) > 1 and not several:
        yield Problem(parameter, "repeated", "Give it once; it takes one value.")
    longest = LONGEST_LIST if several else LONGEST
    for value in values:
        if len(value) > longest:
            yield Problem(parameter, "too_long", f"Give at most {longest:,} characters; this has {len(value):,}.")
        elif not is_plain(value):
            yield Problem(parameter, "invalid_characters", "It holds characters that no text has.")


def is_plain(value: str) -> bool:
    """Databases cannot store NUL characters or lone surrogates."""
    return "\x00" not in value and not any("\ud800" <= character <= "\udfff" for character in value)


def shown(value: str) -> str:
    """Quoted and shortened, for messages."""
    return f"“{value}”" if len(value) <= SHOWN else f"“{value[:SHOWN]}…”"
