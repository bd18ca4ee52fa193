"""Titles as hurried people type them."""

import random
import string


def mistyped(title: str, errors: int, drawn: random.Random) -> str:
    """The title with so many random typing errors: a letter left out, put in, changed, or in its neighbour's place."""
    for _ in range(errors):
        title = _with_one_more(title, drawn)
    return title


def _with_one_more(title, drawn):
    at = drawn.randrange(len(title) - 1)
    before, here, after = title[:at], title[at], title[at + 1 :]
    letter = drawn.choice(string.ascii_lowercase)
    return drawn.choice(
        [before + after, before + letter + here + after, before + letter + after, before + after[0] + here + after[1:]]
    )
