"""A ZIP with the database's own copy and a manifest."""

import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory

FORMAT = 1
MANIFEST, DATABASE = "manifest.json", "database"
SECRET = 0o600
"""A backup holds password hashes and sessions."""


class BackupRefused(Exception):  # noqa: N818 - an answer rather than a mistake
    """The file is not a complete backup of Rungs, or does not fit."""


@dataclass(frozen=True)
class Manifest:
    """`rows` counts rows per table. `settings` and `not_included` are names only."""

    format: int
    created: str
    vendor: str
    edition: int | None
    sha256: str
    size: int
    rows: dict[str, int]
    migrations: list[str]
    settings: list[str]
    not_included: list[str]


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A temporary file that replaces `path` if the block succeeds."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.touch(SECRET)
        yield part
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write(path: Path, copy: Path, manifest: Manifest) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=2))
        archive.write(copy, DATABASE)


def read_manifest(path: Path) -> Manifest:
    """Raises BackupRefused."""
    try:
        with zipfile.ZipFile(path) as archive:
            fields = json.loads(archive.read(MANIFEST))
        if fields["format"] == FORMAT:
            return Manifest(**fields)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError) as error:
        raise BackupRefused(f"{path} is no backup of Rungs.") from error
    raise BackupRefused(f"{path} has format {fields['format']}; this version of Rungs reads {FORMAT}.")


@contextmanager
def unpacked(path: Path, manifest: Manifest) -> Iterator[Path]:
    """The verified database copy in a temporary folder. Raises BackupRefused."""
    with TemporaryDirectory(prefix="rungs-restore-", dir=path.parent) as folder:
        copy = Path(folder, DATABASE)
        try:
            with zipfile.ZipFile(path) as archive, archive.open(DATABASE) as source, copy.open("wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)
        except (zipfile.BadZipFile, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
            raise BackupRefused(f"{path} is damaged: {error}") from error
        if sha256_of(copy) != manifest.sha256:
            raise BackupRefused(f"{path} is damaged: its checksum is not the one in its manifest.")
        yield copy


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
