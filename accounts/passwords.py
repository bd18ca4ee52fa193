"""Passwords that are soon guessed, by zxcvbn's lists of leaked passwords, words and names, however they are spelled."""

import re
from threading import Lock
from typing import Any

from django.core.exceptions import ValidationError

ENOUGH_GUESSES = 10**8
"""A year of one core for whoever has stolen the database: each guess at a password takes a third of a second."""
MOST_LETTERS = 40
"""Of which zxcvbn looks at: the worst text of twice as many takes it four times as long."""
OF_THE_SITE = ("rungs", "career", "careers")
OWN = ("username", "first_name", "last_name", "email")
HELP = "Your password can’t be one that is soon guessed: a leaked one, a common word or name, a date, your own data."
_one_at_a_time = Lock()


class GuessableValidator:
    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError with what makes the password weak."""
        from zxcvbn import zxcvbn

        with _one_at_a_time:  # it keeps the user's own data in a table that all threads read
            found = zxcvbn(password[:MOST_LETTERS], user_inputs=own_words(user))
        if found["guesses"] < ENOUGH_GUESSES:
            raise ValidationError(f"This password is soon guessed. {_why(found['sequence'])}", code="guessable")

    def get_help_text(self) -> str:
        return HELP


def own_words(user: Any) -> list[str]:
    """
    >>> from django.contrib.auth.models import User
    >>> own_words(User(username="ann", email="ann.lee@work.example"))
    ['rungs', 'career', 'careers', 'ann', 'ann.lee@work.example', 'lee', 'work', 'example']
    """
    values = [str(getattr(user, name, "") or "") for name in OWN]
    words = [word for value in values for word in (value, *re.split(r"\W+", value)) if len(word) > 1]
    return list(dict.fromkeys([*OF_THE_SITE, *(word.lower() for word in words)]))


WHY = {
    "passwords": "It is, or begins like, one of those that people use most.",
    "user_inputs": "It is made of your own name or address, or of this site’s.",
    "date": "A date is easy to guess.",
    "spatial": "Keys beside each other are easy to guess.",
    "repeat": "Repeating something makes it no harder to guess.",
    "sequence": "Letters or numbers in order are easy to guess.",
}
ELSE = "Use several words that do not belong together, or let a password manager make one."


def _why(sequence: list[dict[str, Any]]) -> str:
    weakest = max(sequence, key=lambda part: len(part["token"]), default={})
    words = WHY.get(weakest.get("dictionary_name", "")) or WHY.get(weakest.get("pattern", ""))
    return f"{words} {ELSE}" if words else ELSE
