import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ingest.releases import bounds, texts, workbooks
from ingest.releases.refusal import ImportRefused
from ingest.releases.rows import Row, Rows

NameTest = Callable[[str], bool]
HeadTest = Callable[[Sequence[Row]], bool]


@contextmanager
def open_rows(
    path: Path, *, member: NameTest = bool, sheet: NameTest = bool, head: HeadTest | None = None
) -> Iterator[Rows]:
    """One table: in a zip the first `member`, in a workbook the first `sheet` whose first rows pass `head`.

    Raises ImportRefused.
    """
    with files_in(path, member=member) as files, open_table(next(files), sheet=sheet, head=head) as rows:
        yield rows


@contextmanager
def files_in(path: Path, *, member: NameTest = bool) -> Iterator[Iterator[Path]]:
    bounds.check_file(path)
    with tempfile.TemporaryDirectory() as folder:
        yield _members(path, member, Path(folder)) if path.suffix.lower() == ".zip" else iter([path])


@contextmanager
def open_table(path: Path, *, sheet: NameTest = bool, head: HeadTest | None = None) -> Iterator[Rows]:
    if texts.is_text(path):
        opened = texts.open_text(path)
    elif path.suffix.lower() in workbooks.SUFFIXES:
        opened = workbooks.open_sheet(path, sheet, head)
    else:
        raise ImportRefused(f"{path.name} is no csv, txt, xls, xlsx, zip, gz or xz file.")
    with opened as rows:
        yield rows


def _members(path: Path, member: NameTest, folder: Path) -> Iterator[Path]:
    bounds.check_archive(path)
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if _is_table(name) and member(name)]
        if not names:
            raise ImportRefused(f"{path.name} holds no table of the kind that was looked for.")
        for name in names:
            plain = folder / Path(name).name
            _unpack(archive, name, plain)
            yield plain
            plain.unlink()


def _is_table(name: str) -> bool:
    file = Path(name)
    return (texts.is_text(file) or file.suffix.lower() in workbooks.SUFFIXES) and not file.name.startswith(("~", "."))


def _unpack(archive: zipfile.ZipFile, name: str, plain: Path) -> None:
    try:
        with archive.open(name) as packed, plain.open("wb") as target:
            shutil.copyfileobj(packed, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as problem:
        raise ImportRefused(f"{name} in the zip file is broken: {problem}.") from problem
