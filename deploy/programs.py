import shutil
from dataclasses import dataclass
from pathlib import Path

DEBIAN_POSTGRES = Path("/usr/lib/postgresql")
OLDEST_POSTGRES = 15
"""The first with a log in JSON."""


class MissingError(Exception):
    """Something that is needed is not on this machine."""


@dataclass(frozen=True)
class Programs:
    nginx: Path
    postgres: Path


def find() -> Programs:
    """MissingError says how to install what is missing."""
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
    postgres = _postgres()
    if nginx and postgres:
        return Programs(Path(nginx), postgres)
    missing = [words for found, words in ((nginx, NGINX), (postgres, POSTGRES)) if not found]
    raise MissingError(f"A cluster needs {' and '.join(missing)}.")


NGINX = "nginx (apt-get install nginx-light)"
POSTGRES = f"PostgreSQL {OLDEST_POSTGRES} or later (apt-get install postgresql)"


def _postgres() -> Path | None:
    versions = {int(path.name): path / "bin" for path in DEBIAN_POSTGRES.glob("[0-9]*") if path.name.isdecimal()}
    fit = {number: folder for number, folder in versions.items() if number >= OLDEST_POSTGRES}
    if fit:
        return fit[max(fit)]
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None
