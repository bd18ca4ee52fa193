"""Whether the very next request shows an edit: python -m bench.stale

Two cached processes serve constant load while another publishes edits. Each edit is followed by requests on new
connections to both. Half of the edits are of one career, the others of what many share: a credential, a source,
a place, a release. Prints stale responses on SQLite and PostgreSQL; exits with 1 for any.
"""

import argparse
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import servers
from bench.client import ask, ask_well
from bench.databases import postgres_cluster, settings_for, sqlite
from bench.edits import PAGES, SHOWN_ON, TURNS
from bench.servers import Server

READERS = 2
TIMES = 4
"""How often each page is asked for after an edit; both processes are all but certain to answer some of them."""
TELL_AFTER = 50
"""After how many edits it is told how far it is: a thousand take some minutes."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=1_000, help="how many (default: 1000)")
    edits = parser.parse_args().edits
    with tempfile.TemporaryDirectory() as folder, postgres_cluster() as cluster:
        file = sqlite(Path(folder), None, Path(folder))
        stale = [count(url, edits) for url in (f"sqlite:///{file}", cluster.database(None, Path(folder)))]
    sys.exit(any(stale))


def count(database: str, edits: int) -> int:
    stale, requests, name = 0, 0, database.partition(":")[0]
    with servers.rungs(database, workers=2) as server, _editor(database) as editor, _readers(server):
        before = server.processor_seconds()
        for number in range(edits):
            what, words = TURNS[number % len(TURNS)], f"Edit number {number}."
            editor.publish(f"{what} {words}")
            for page in SHOWN_ON[what] * TIMES:
                requests += 1
                stale += words.encode() not in ask_well(server, page).body
            if (number + 1) % TELL_AFTER == 0:
                print(f"{name}: {number + 1:,} of {edits:,} edits, {stale} stale", file=sys.stderr, flush=True)
        shares = [after - since for after, since in zip(server.processor_seconds(), before, strict=True)]
    split = " and ".join(f"{share / sum(shares):.0%}" for share in shares)
    print(f"{name}: {edits:,} edits, {requests:,} answers right after them: {stale} stale (two processes did {split})")
    return stale


@contextmanager
def _readers(server: Server) -> Iterator[None]:
    over = threading.Event()

    def read() -> None:
        while not over.is_set():
            for page in PAGES:
                ask(server, page)

    threads = [threading.Thread(target=read) for _ in range(READERS)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


class Editor:
    """A process that publishes its input lines."""

    def __init__(self, process: subprocess.Popen) -> None:
        self._process = process

    def publish(self, line: str) -> None:
        print(line, file=self._process.stdin, flush=True)
        if self._process.stdout.readline().strip() != "published":
            raise SystemExit("The editor has failed.")


@contextmanager
def _editor(database: str) -> Iterator[Editor]:
    command = [sys.executable, "-m", "bench.editor"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=servers.ROOT, env=settings_for(database), **pipes) as process:  # noqa: S603
        yield Editor(process)
        process.stdin.close()


if __name__ == "__main__":
    main()
