"""The command `rungs`.

rungs serve     serve Rungs on this machine, at PORT (8000), from a database in the user's data folder
rungs COMMAND   any of manage.py's commands: rungs createsuperuser, rungs backup FILE
"""

import os
import sys
from importlib.metadata import version
from pathlib import Path

SITE = Path(__file__).resolve().parent / "site"
COMMANDS = ("migrate", "load")


def main() -> None:
    sys.path.insert(0, str(SITE))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if "RUNGS_SECRET_KEY" not in os.environ:  # nobody's server
        os.environ.setdefault("RUNGS_LOCAL", "1")
    own_folder = None if "DATABASE_URL" in os.environ else data_folder()
    if own_folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{own_folder / 'rungs.sqlite3'}"
        os.environ.setdefault("RUNGS_FILES", str(own_folder / "files"))
    if sys.argv[1:2] in (["serve"], ["help"], ["--help"], []):
        _serve(own_folder) if sys.argv[1:2] == ["serve"] else print(__doc__)  # noqa: T201
        return
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


def data_folder() -> Path:
    folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "rungs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _serve(own_folder: Path | None) -> None:
    from config import serve

    serve.check_start()
    if own_folder:
        _load(own_folder / "loaded-version")
    serve.main()


def _load(stamp: Path) -> None:
    if stamp.exists() and stamp.read_text() == version("rungs"):
        return
    import django
    from django.core.management import call_command

    print("Loading the guides and official figures", flush=True)  # noqa: T201
    django.setup()
    for command in COMMANDS:
        call_command(command, verbosity=0)
    stamp.write_text(version("rungs"))
