"""The claims of public career pages, read from a table of them by code of its own."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

NUMBERS = {
    "pay": {
        **{name: name for name in ("median", "mean", "low", "high", "p10", "p25", "p75", "p90")},
        "value": "amount",
    },
    "outlook": {
        "growth": "growth_percent",
        "openings": "openings_per_year",
        "jobs": "employment_start",
        "change": "employment_change",
    },
    "time": {"months_min": "months_min", "months_max": "months_max"},
    "AI exposure": {"percent": "share_percent"},
}
"""The columns of each kind of claim, each with the name of its field here."""


@dataclass(frozen=True)
class PrintedClaim:
    """One line of the table; a cell is empty where the page does not say."""

    line: int
    cells: dict[str, str]

    def __getattr__(self, name: str) -> str:
        return self.cells[name]

    @property
    def kind(self) -> str:
        """ "pay, year" and "pay by industry" are pay; growth, openings and jobs are an outlook."""
        quantity = self.cells["quantity"]
        if quantity.startswith("pay"):
            return "pay"
        is_outlook = quantity.startswith(("growth", "openings", "jobs", "change"))
        return "outlook" if is_outlook else quantity

    @property
    def numbers(self) -> dict[str, Decimal | None]:
        """Every number that the kind can have, by the name of its field; None where the page gives none."""
        columns = NUMBERS[self.kind]
        return {field: Decimal(self.cells[name]) if self.cells[name] else None for name, field in columns.items()}

    @property
    def place_in_source(self) -> str:
        return letters(self.cells["section"])


def claims_of(table: Path) -> Iterator[PrintedClaim]:
    with table.open(newline="") as lines:
        for number, cells in enumerate(csv.DictReader(lines, delimiter="\t"), start=2):
            yield PrintedClaim(number, cells)


def letters(text: str) -> str:
    """Without punctuation, for titles and headings."""
    return re.sub(r"[^a-z0-9$]+", " ", text.casefold()).strip()
