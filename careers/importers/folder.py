import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from ingest.releases import bounds
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused
from ingest.releases.rows import Rows

SUFFIXES = (".txt", ".csv", ".xlsx", ".xls")
READ_ME = "read me"
MOST_TEXT = 10_000  # bytes of a read-me


class ReleaseFolder:
    """Tables of a folder or zip by their names in lower case: "alternate titles"."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files: dict[str, str] = {}
        for name in self._names():
            table = _table_named(name)
            if table in self._files:
                raise ImportRefused(f"{path.name} holds two files of one table: {self._files[table]}, {name}.")
            if table:
                self._files[table] = name

    def __contains__(self, table: str) -> bool:
        return table in self._files

    def others(self, known: Iterable[str]) -> list[str]:
        taken = {self._files[table] for table in (*known, READ_ME) if table in self}
        return [PurePosixPath(name).name for name in self._names() if name not in taken and not name.endswith("/")]

    @contextmanager
    def open(self, table: str) -> Iterator[Rows]:
        name = self._files[table]
        opened = open_rows(self.path / name) if self.path.is_dir() else open_rows(self.path, member=name.__eq__)
        with opened as rows:
            yield rows

    def read_me(self) -> str:
        if READ_ME not in self:
            return ""
        name = self._files[READ_ME]
        if self.path.is_dir():
            text = (self.path / name).read_bytes()[:MOST_TEXT]
        else:
            with zipfile.ZipFile(self.path) as archive, archive.open(name) as member:
                text = member.read(MOST_TEXT)
        return " ".join(text.decode(errors="replace").split())

    def _names(self) -> list[str]:
        if self.path.is_dir():
            return sorted(file.name for file in self.path.iterdir() if file.is_file())
        bounds.check_file(self.path)
        bounds.check_archive(self.path)
        with zipfile.ZipFile(self.path) as archive:
            return archive.namelist()


def _table_named(name: str) -> str:
    """The table in a file of this name; "" for other files.

    >>> _table_named("db_29_0_text/Alternate Titles.txt"), _table_named("Skills.txt.gz"), _table_named("Notes.pdf")
    ('alternate titles', 'skills', '')
    """
    plain = PurePosixPath(name.removesuffix(".gz").removesuffix(".xz"))
    return plain.stem.lower() if plain.suffix.lower() in SUFFIXES and not plain.name.startswith((".", "~")) else ""
