"""Fill the disk of a SQLite server while readers ask: python -m deploy.full_disk_server start|publish|backup 40

In a namespace of its own (deploy.faults). Readers go on; what needs room is refused, and succeeds once there is some.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.cluster import FRONT, ROOT, TO_STOP, is_well
from deploy.faults import AROUND, Load

SIZE = 512 * 1024**2
PATIENCE = 180
EDIT = """
import django; django.setup()
from careers.models import Career
from facts.actions import publishing
from facts.models import Edition
with publishing(act=Edition.Act.EDIT, reason="An edit.") as publication:
    career = Career.objects.all()[0]
    career.save()
    publication.changed(career)
"""


class SmallDisk:
    """With a database of the guides that come with Rungs."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.filler = folder, folder / "filler"
        self.folder.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder], check=True)  # noqa: S603, S607
        self.backup = folder / "rungs.backup"
        self.environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{folder / 'rungs.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "RUNGS_LOCAL": "1",
            "RUNGS_BUILD_FILES": "no",
            "RUNGS_LOG_LEVEL": "ERROR",
            "PORT": str(FRONT),
        }
        for command in ("migrate", "load_guides"):
            self.run("manage.py", command, "--verbosity", "0", check=True)

    def run(self, *arguments: str, check: bool = False) -> bool:
        command = [sys.executable, *arguments]
        quiet = None if check else subprocess.DEVNULL
        done = subprocess.run(command, cwd=ROOT, env=self.environment, check=check, stdout=quiet, stderr=quiet)  # noqa: S603
        return done.returncode == 0

    def fill(self) -> None:
        with self.filler.open("wb") as file:
            try:
                while file.write(b"\0" * 65_536):
                    file.flush()
            except OSError:
                pass
        disk = os.statvfs(self.folder)
        with self.filler.open("ab") as file:
            os.posix_fallocate(file.fileno(), 0, file.tell() + disk.f_bavail * disk.f_frsize)

    def make_room(self) -> None:
        self.filler.unlink()

    @contextmanager
    def server(self) -> Iterator[None]:
        command = [sys.executable, "-m", "config.serve"]
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL)  # noqa: S603
        try:
            until = time.monotonic() + PATIENCE
            while not is_well(FRONT):
                if process.poll() is not None or time.monotonic() > until:
                    sys.exit("The server does not start.")
                time.sleep(0.2)
            yield
        finally:
            process.terminate()
            process.wait(TO_STOP)

    def edit(self) -> bool:
        return self.run("-c", EDIT)

    def back_up(self) -> bool:
        return self.run("manage.py", "backup", str(self.backup))


def start(disk: SmallDisk, load: Load) -> str:
    time.sleep(AROUND)
    return "an edit went through" if disk.edit() else ""


def publish(disk: SmallDisk, load: Load) -> str:
    time.sleep(AROUND)
    disk.fill()
    went_through = disk.edit()
    time.sleep(AROUND)
    disk.make_room()
    return "an edit went through" if went_through else "" if disk.edit() else "no edit goes through with room again"


def backup(disk: SmallDisk, load: Load) -> str:
    time.sleep(AROUND)
    disk.fill()
    went_through, left = disk.back_up(), sorted(path.name for path in disk.folder.glob("*backup*"))
    time.sleep(AROUND)
    disk.make_room()
    if went_through or left:
        return f"the backup {'went through' if went_through else 'left'} {', '.join(left)}"
    return "" if disk.back_up() else "no backup succeeds with room again"


ACTS = {"start": start, "publish": publish, "backup": backup}


def main(when: str, rate: int) -> bool:
    with tempfile.TemporaryDirectory(prefix="rungs-disk-") as folder:
        disk = SmallDisk(small := Path(folder, "disk"))
        try:
            if when == "start":
                disk.fill()
            with disk.server(), Load(rate, FRONT) as load:
                problem = ACTS[when](disk, load)
        finally:
            subprocess.run(["umount", small], check=True)  # noqa: S603, S607
    failed = load.failed("known", "new") + load.failed("desk", but=("503",)) + len(load.wrong)
    counts = ", ".join(f"{kind} {outcome}: {count}" for (kind, outcome), count in sorted(load.counts.items()))
    print(f"the disk full at {when}: {failed} of {load.counts.total()} requests failed{problem and f'; {problem}'}")
    print(f"  {counts}; readers' 99th percentile {load.percentile(0.99):.0f} ms", flush=True)
    return bool(failed or problem)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
