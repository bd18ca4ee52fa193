"""Environment variables; errors name the variable."""

import os

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off"}

HOW_TO_START = "On your own machine set RUNGS_LOCAL=1 instead, or use make run."


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False) -> bool:
    """Raises ImproperlyConfigured, like all functions here."""
    value = text(name, "yes" if default else "no").lower()
    if value in YES | NO:
        return value in YES
    raise ImproperlyConfigured(f"{name}={value!r} is neither yes (1, true, yes, on) nor no (0, false, no, off).")


def number(name: str, *, default: int, least: int, most: int) -> int:
    value = text(name, str(default))
    if value.isascii() and value.isdecimal() and least <= int(value) <= most:
        return int(value)
    raise ImproperlyConfigured(f"{name}={value!r} is not a whole number from {least} to {most}.")


def choice(name: str, *choices: str) -> str:
    """The first choice is the default."""
    if (value := text(name, choices[0])) in choices:
        return value
    raise ImproperlyConfigured(f"{name}={value!r} is none of {', '.join(choices)}.")


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def address(name: str) -> tuple[str, int] | None:
    """Host and port of HOST:PORT; None if unset."""
    if not (value := text(name)):
        return None
    host, _, port = value.rpartition(":")
    if host and port.isascii() and port.isdecimal() and 0 < int(port) < 2**16:
        return host.strip("[]"), int(port)
    raise ImproperlyConfigured(f"{name}={value!r} is no address, such as 127.0.0.1:9100.")


def required(name: str, example: str) -> str:
    if value := text(name):
        return value
    raise ImproperlyConfigured(f"{name} is not set. A server needs it, for example {example}. {HOW_TO_START}")
