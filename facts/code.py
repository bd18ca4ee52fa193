from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

REQUIREMENTS = "requirements.txt"


@cache
def digest_of_code(*packages: str) -> str:
    """Of modules and templates: another release of Rungs may say something else of the same rows."""
    return sha256(b"".join(file.read_bytes() for file in sorted(_files(packages)))).hexdigest()


def _files(packages: tuple[str, ...]) -> Iterator[Path]:
    for package in packages:
        yield from (file for kind in ("*.py", "*.html") for file in Path(settings.BASE_DIR, package).rglob(kind))
    if (file := Path(settings.BASE_DIR, REQUIREMENTS)).exists():
        yield file
