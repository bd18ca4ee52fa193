"""Which files are fixtures."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

SUFFIXES = (".yaml", ".yml")


def all_fixtures() -> list[Path]:
    """Every fixture in the project's folders for them."""
    return [path for folder in _folders() for path in sorted(folder.iterdir()) if path.suffix in SUFFIXES]


def fixture_called(name: str) -> Path:
    """The file of that path, or the project's fixture of that name, with or without its suffix.

    FileNotFoundError where there is none.
    """
    for path in _candidates(name):
        if path.exists():
            return path
    raise FileNotFoundError(f"There is no fixture {name}.")


def _candidates(name: str) -> Iterable[Path]:
    yield Path(name)
    for folder in _folders():
        yield from (folder / f"{name}{suffix}" for suffix in ("", *SUFFIXES))


def _folders() -> list[Path]:
    return [Path(folder) for folder in settings.FIXTURE_DIRS]
