"""Sets of files: a folder for each edition in RUNGS_FILES, with `files.json`, named once it is whole."""

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from facts.models import Edition

MANIFEST = "files.json"
GONE = "gone.json"
MAKING = ".making-"


class SetsBusy(Exception):  # noqa: N818 - what others do, rather than a mistake
    """Another process makes files in the same folder."""


@dataclass(frozen=True, slots=True)
class FileOfSet:
    """`path` is below the set's folder; `rows` are those of a table's own file."""

    path: str
    media_type: str
    title: str
    bytes: int
    sha256: str
    rows: int | None = None


@dataclass(frozen=True)
class FileSet:
    folder: Path
    edition: int
    published_at: str
    made_at: str
    rows: int
    files: tuple[FileOfSet, ...]

    def named(self, path: str) -> FileOfSet | None:
        return next((file for file in self.files if file.path == path), None)

    @property
    def bytes(self) -> int:
        return sum(file.bytes for file in self.files)


def folder() -> Path:
    return Path(settings.FILES_DIR)


def set_of(edition: Edition) -> FileSet | None:
    """None for one of another database that gave out the same number."""
    found = read_set(folder() / str(edition.number))
    return found if found and found.published_at == edition.published_at.isoformat() else None


def read_set_of(number: int) -> FileSet | None:
    """By an edition's number."""
    found = read_set(folder() / str(number))
    if found is None or not Edition.objects.filter(number=number, published_at=found.published_at).exists():
        return None
    return found


def all_sets() -> list[FileSet]:
    """Those of this database's editions, newest first: one query."""
    if not folder().is_dir():
        return []
    numbers = [int(path.name) for path in folder().iterdir() if path.name.isdecimal()]
    editions = Edition.objects.filter(number__in=numbers).newest_first()
    return [found for edition in editions if (found := set_of(edition))]


def newest_set() -> FileSet | None:
    return next(iter(all_sets()), None)


def was_let_go(number: int) -> bool:
    return number in _gone()


def read_set(path: Path) -> FileSet | None:
    try:
        return _read_set(path, (path / MANIFEST).stat().st_mtime_ns)
    except FileNotFoundError:
        return None


@lru_cache(maxsize=64)
def _read_set(path: Path, changed: int) -> FileSet:
    """`changed` tells a set from the one that stood there before."""
    told = json.loads((path / MANIFEST).read_text())
    return FileSet(path, **told | {"files": tuple(FileOfSet(**file) for file in told["files"])})


# Making and letting go -----------------------------------------------------------------------------------------------


@contextmanager
def locked(*, wait: bool = False) -> Iterator[None]:
    """Raises SetsBusy, unless it is to wait."""
    folder().mkdir(parents=True, exist_ok=True)
    handle = os.open(folder(), os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        _sweep()
        yield
    except BlockingIOError:
        raise SetsBusy(f"Another process makes files in {folder()}.") from None
    finally:
        os.close(handle)


@contextmanager
def new_set(number: int) -> Iterator[Path]:
    """A folder to fill. Only inside `locked`."""
    making = Path(tempfile.mkdtemp(prefix=f"{MAKING}{number}-", dir=folder()))
    making.chmod(0o755)
    try:
        yield making
        _remove(folder() / str(number))
        making.rename(folder() / str(number))
    finally:
        shutil.rmtree(making, ignore_errors=True)


def write_manifest(path: Path, told: FileSet) -> None:
    values = {name: value for name, value in asdict(told).items() if name != "folder"}
    (path / MANIFEST).write_text(json.dumps(values, indent=1, ensure_ascii=False))


def prune() -> list[int]:
    """Let go of old sets, unless an editor keeps them. Only inside `locked`. Who reads a file goes on."""
    sets = all_sets()
    kept = set(Edition.objects.filter(is_kept=True).values_list("number", flat=True))
    old = [each.edition for each in sets[max(1, settings.KEPT_FILES) :] if each.edition not in kept]
    if old:
        (folder() / GONE).write_text(json.dumps(sorted(_gone().union(old))))
    for number in old:
        _remove(folder() / str(number))
    return old


def _gone() -> set[int]:
    path = folder() / GONE
    return set(json.loads(path.read_text())) if path.exists() else set()


def _remove(path: Path) -> None:
    """Out of sight first."""
    if path.exists():
        aside = path.with_name(f"{MAKING}{path.name}-old")
        path.rename(aside)
        shutil.rmtree(aside)


def _sweep() -> None:
    """What processes left that were killed."""
    for left in folder().glob(f"{MAKING}*"):
        shutil.rmtree(left)
