"""Limits on files, checked before they are read: a small file can hold a very large one."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.releases.refusal import ImportRefused

MEGABYTE = 1024 * 1024
MAX_FILE = 1024 * MEGABYTE
MAX_UNPACKED = 4096 * MEGABYTE
MAX_XZ_MEMORY = 128 * MEGABYTE
MAX_MEMBERS = 1_000
MAX_RATIO = 100  # a publisher's tables pack 5 to 20 times; noughts pack a thousand times
RATIO_MATTERS_FROM = 8 * MEGABYTE
MAX_LINE = MEGABYTE
MAX_CELL = 32_767  # the most characters a spreadsheet's cell holds
MAX_FIELD = 131_072  # characters after which a quote was never closed
MAX_COLUMNS = 500
MAX_ROWS = 5_000_000

_CHUNK = 256 * 1024
_GZIP = 16 + zlib.MAX_WBITS


def check_file(path: Path) -> None:
    if not path.is_file():
        raise ImportRefused(f"There is no file at {path}.")
    size = path.stat().st_size
    if not size:
        raise ImportRefused(f"{path.name} is empty.")
    if size > MAX_FILE:
        raise ImportRefused(f"{path.name} holds {size // MEGABYTE:,} MB; at most {MAX_FILE // MEGABYTE:,} are read.")


def check_archive(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as problem:
        raise ImportRefused(f"{path.name} is no whole zip file or workbook: {problem}.") from problem
    if len(members) > MAX_MEMBERS:
        raise ImportRefused(f"{path.name} has {len(members):,} parts; at most {MAX_MEMBERS:,} are read.")
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise ImportRefused(f"{path.name} unpacks to more than {MAX_UNPACKED // MEGABYTE:,} MB.")
    for member in members:
        if member.flag_bits & 1:
            raise ImportRefused(f"{path.name} is locked with a password.")
        _check_ratio(f"{path.name}, {member.filename},", unpacked=member.file_size, packed=member.compress_size)


def text_chunks(path: Path) -> Iterator[bytes]:
    line = 0
    for chunk in unpacked_chunks(path):
        if b"\0" in chunk:
            raise ImportRefused(f"{path.name} is no text file.")
        end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
        line = line + len(chunk) if end < 0 else len(chunk) - end
        if line > MAX_LINE:
            raise ImportRefused(f"{path.name} has a line of more than {MAX_LINE // MEGABYTE} MB.")
        yield chunk


def unpacked_chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        chunks = iter(lambda: file.read(_CHUNK), b"")
        inflate = _INFLATED.get(path.suffix.lower())
        yield from _within_bounds(path, inflate(path.name, chunks)) if inflate else chunks


def _within_bounds(path: Path, chunks: Any) -> Iterator[bytes]:
    unpacked, packed = 0, path.stat().st_size
    for chunk in chunks:
        unpacked += len(chunk)
        _check_ratio(path.name, unpacked=unpacked, packed=packed)
        if unpacked > MAX_UNPACKED:
            raise ImportRefused(f"{path.name} unpacks to more than {MAX_UNPACKED // MEGABYTE:,} MB.")
        yield chunk


def _inflated(name: str, chunks: Any) -> Iterator[bytes]:
    # Piece by piece, since a few bytes may unpack to very many.
    stream = zlib.decompressobj(_GZIP)
    try:
        for chunk in chunks:
            while chunk:
                if stream.eof:  # a gzip file may hold several, one after the other
                    stream = zlib.decompressobj(_GZIP)
                yield stream.decompress(chunk, _CHUNK)
                chunk = stream.unused_data if stream.eof else stream.unconsumed_tail
    except zlib.error as problem:
        raise ImportRefused(f"{name} is no whole gzip file: {problem}.") from problem
    if not stream.eof:
        raise ImportRefused(f"{name} is no whole gzip file: it ends too early.")


def _inflated_xz(name: str, chunks: Any) -> Iterator[bytes]:
    stream = lzma.LZMADecompressor(memlimit=MAX_XZ_MEMORY)
    try:
        for chunk in chunks:
            yield stream.decompress(chunk, _CHUNK)
            while not (stream.needs_input or stream.eof):
                yield stream.decompress(b"", _CHUNK)
    except (lzma.LZMAError, EOFError) as problem:
        raise ImportRefused(f"{name} is no whole xz file: {problem}.") from problem
    if not stream.eof:
        raise ImportRefused(f"{name} is no whole xz file: it ends too early.")


_INFLATED = {".gz": _inflated, ".xz": _inflated_xz}


def _check_ratio(name: str, *, unpacked: int, packed: int) -> None:
    if unpacked > RATIO_MATTERS_FROM and unpacked > MAX_RATIO * max(packed, 1):
        raise ImportRefused(f"{name} unpacks to more than {MAX_RATIO} times its size, as no publisher’s file does.")
