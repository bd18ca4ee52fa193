"""Text files of tables for tests."""

import csv
import gzip
from collections.abc import Sequence
from pathlib import Path


def cells(line: str) -> list:
    """A row written with bars between its cells; numbers become numbers.

    >>> cells("Registered nurses | 29-1141 | 3,300 | 12.5")
    ['Registered nurses', '29-1141', '3,300', 12.5]
    """
    return [_number_or_text(cell) for cell in line.split("|")]


def _number_or_text(cell: str) -> float | str:
    try:
        return float(cell)
    except ValueError:
        return cell.rstrip() if cell.startswith("  ") else cell.strip()


def write_table(path: Path, rows: Sequence[Sequence]) -> Path:
    """Write rows as the file's name says: with tabs for .txt, with commas else, gzipped for .gz; gives the path."""
    opener = gzip.open if path.suffix == ".gz" else open
    tabs = ".txt" in path.name
    with opener(path, "wt", encoding="utf-8", newline="") as file:
        if tabs:
            file.writelines("\t".join(map(str, row)) + "\n" for row in rows)
        else:
            csv.writer(file).writerows(rows)
    return path
