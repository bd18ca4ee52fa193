"""Run a command with DATABASE_URL naming a PostgreSQL server of its own: python -m tests.postgres COMMAND…

The server lives in a temporary folder, is reached through a socket in it and by nobody else, and goes with the command.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests import needs

# Nothing here has to survive a crash. Statistics that autovacuum takes of tables between two tests are of empty ones,
# and plans made from them can take minutes. To compile a query, or to spread it, takes longer than to answer it.
SPEED = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"
SPEED += " -c jit=off -c max_parallel_workers_per_gather=0"


@contextmanager
def cluster(bin_dir: Path) -> Iterator[str]:
    """A fresh server for as long as the block runs; gives the DATABASE_URL of an empty database on it."""
    # /tmp, because a socket's path may not be longer than some 100 characters
    folder = Path(tempfile.mkdtemp(prefix="rungs-postgres-", dir="/tmp"))  # noqa: S108
    user = _unprivileged_user()
    if user:
        shutil.chown(folder, user)

    def run(program: str, *arguments: str) -> None:
        subprocess.run([bin_dir / program, *arguments], check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)

    data = str(folder / "data")
    try:
        run("initdb", "-D", data, "-U", "rungs", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' {SPEED}"
        run("pg_ctl", "start", "-w", "-D", data, "-l", str(folder / "log"), "-o", options)
        try:
            run("createdb", "-h", str(folder), "-U", "rungs", "rungs")
            yield f"postgres://rungs@{quote(str(folder), safe='')}/rungs"
        finally:
            run("pg_ctl", "stop", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(folder)


def _unprivileged_user() -> str | None:
    """Whom the server runs as: PostgreSQL refuses to run as root."""
    return "postgres" if os.geteuid() == 0 else None


def main(command: list[str]) -> int:
    """Run the command and give its exit code; 1 when there is no PostgreSQL and it is required, 0 when it is not."""
    bin_dir = needs.postgres_bin()
    if bin_dir is None:
        print(f"Left out: {' '.join(command)} on PostgreSQL. It needs {needs.HOW_TO_GET['postgres']}")
        return int(needs.is_required("postgres"))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the server is stopped
    with cluster(bin_dir) as url:
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
