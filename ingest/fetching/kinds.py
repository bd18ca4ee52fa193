"""Whether a file is what its name says: servers give error pages, and files that are cut, with status 200."""

import zipfile
from pathlib import Path

from ingest.fetching.failure import FetchFailed

ZIPPED = (".zip", ".xlsx", ".xlsm")
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
HEAD = 512


def check_kind(path: Path, name: str, address: str) -> None:
    """`name` is what the file will be called; raises FetchFailed."""
    with path.open("rb") as file:
        head = file.read(HEAD).lstrip(b"\xef\xbb\xbf").lstrip()
    if head[:1] == b"<" and (b"<html" in head.lower() or head.lower().startswith(b"<!doctype")):
        raise FetchFailed(f"{address} gave a web page in place of {name}.")
    suffix = Path(name).suffix.lower()
    if suffix in ZIPPED:
        _check_zip(path, name, address)
    if suffix == ".xls" and not head.startswith(OLD_WORKBOOK):
        raise FetchFailed(f"{address} gave no workbook in place of {name}.")
    if not head:
        raise FetchFailed(f"{address} gave an empty file in place of {name}.")


def _check_zip(path: Path, name: str, address: str) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            broken = archive.testzip()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as problem:
        raise FetchFailed(f"{address} gave no whole zip file in place of {name}: {problem}.") from problem
    if broken:
        raise FetchFailed(f"{address} gave a broken zip file in place of {name}: {broken} in it is damaged.")
