"""A folder of files switched by a symbolic link.

Unchanged files are hard links. A failure before `switch` leaves the old tree.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

READABLE = 0o755


class NotExportError(Exception):
    """Something that is no tree of ours stands where the link would."""


class ExportBusyError(Exception):
    """Another process is at work on the same tree."""


class Tree:
    def __init__(self, link: Path, here: Path) -> None:
        self.link, self.here = link, here
        self.before = link.resolve() if link.is_symlink() else None

    def keep(self, name: str, pieces: Iterable[bytes]) -> bool:
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        old = self.before / name if self.before else None
        if old is None or not old.is_file():
            _write(path, pieces)
            return True
        return _write_if_other(path, old, iter(pieces))

    def gone(self) -> int:
        old = _names(self.before) if self.before and self.before.is_dir() else set()
        return len(old - _names(self.here))

    def switch(self) -> None:
        """Sync to disk, then switch the link atomically."""
        os.sync()
        step = self.here.with_name(f"{self.here.name}.link")
        step.symlink_to(self.here.name)
        step.replace(self.link)


@contextmanager
def new_tree(link: Path) -> Iterator[Tree]:
    """Raises NotExportError or ExportBusyError. Removes other trees at the end."""
    link = link.parent.resolve() / link.name
    if link.exists() and not link.is_symlink():
        raise NotExportError(f"{link} is there already, and is no site that was exported.")
    link.parent.mkdir(parents=True, exist_ok=True)
    with _locked(link.parent):
        _sweep(link)  # what a export left that was killed
        here = Path(tempfile.mkdtemp(prefix=f".{link.name}-", dir=link.parent))
        here.chmod(READABLE)
        try:
            yield Tree(link, here)
        finally:
            _sweep(link)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise ExportBusyError(f"Another export is at work in {folder}.") from None
    finally:
        os.close(handle)


def _sweep(link: Path) -> None:
    current = os.readlink(link) if link.is_symlink() else None
    for left in link.parent.glob(f".{link.name}-*"):
        if left.is_symlink():
            left.unlink()
        elif left.name != current:
            shutil.rmtree(left)


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("xb") as file:
        file.writelines(pieces)


def _write_if_other(path: Path, old: Path, pieces: Iterator[bytes]) -> bool:
    with old.open("rb") as before:
        for piece in pieces:
            same = before.tell()
            if before.read(len(piece)) != piece:
                _write(path, chain(_start(old, same), [piece], pieces))
                return True
        same = before.tell()
        if before.read(1):
            _write(path, _start(old, same))
            return True
    os.link(old, path)
    return False


def _start(old: Path, length: int, size: int = 1 << 20) -> Iterator[bytes]:
    with old.open("rb") as file:
        while piece := file.read(min(size, length)):
            length -= len(piece)
            yield piece


def _names(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
