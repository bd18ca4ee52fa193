"""Reading the environment, with errors that name the variable."""

import os

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off"}

HOW_TO_START = "On your own machine set RUNGS_LOCAL=1 instead, or use make run."


def text(name: str, default: str = "") -> str:
    """The variable without the blanks around it, or the default where it is not set or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False) -> bool:
    """The variable as yes or no (`default` where it is not set or empty); ImproperlyConfigured when it is neither."""
    value = text(name, "yes" if default else "no").lower()
    if value in YES | NO:
        return value in YES
    raise ImproperlyConfigured(f"{name}={value!r} is neither yes (1, true, yes, on) nor no (0, false, no, off).")


def number(name: str, *, default: int, least: int, most: int) -> int:
    """The variable as a whole number between the two; ImproperlyConfigured when it is none."""
    value = text(name, str(default))
    if value.isascii() and value.isdecimal() and least <= int(value) <= most:
        return int(value)
    raise ImproperlyConfigured(f"{name}={value!r} is not a whole number from {least} to {most}.")


def choice(name: str, *choices: str) -> str:
    """The variable as one of the choices, the first where it is not set or empty; ImproperlyConfigured otherwise."""
    if (value := text(name, choices[0])) in choices:
        return value
    raise ImproperlyConfigured(f"{name}={value!r} is none of {', '.join(choices)}.")


def words(name: str, default: str = "") -> list[str]:
    """The variable as a list: its parts between commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def address(name: str) -> tuple[str, int] | None:
    """The variable as HOST:PORT, None where it is not set or empty; ImproperlyConfigured where it is none."""
    if not (value := text(name)):
        return None
    host, _, port = value.rpartition(":")
    if host and port.isascii() and port.isdecimal() and 0 < int(port) < 2**16:
        return host.strip("[]"), int(port)
    raise ImproperlyConfigured(f"{name}={value!r} is no address, such as 127.0.0.1:9100.")


def required(name: str, example: str) -> str:
    """The variable, without which a server does not start; ImproperlyConfigured shows an example."""
    if value := text(name):
        return value
    raise ImproperlyConfigured(f"{name} is not set. A server needs it, for example {example}. {HOW_TO_START}")
