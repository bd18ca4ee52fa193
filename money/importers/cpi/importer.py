import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from facts.periods import Period
from ingest.releases.cells import as_code, as_number, as_text, required, shortened
from ingest.releases.columns import SourceColumn, SourceColumns, iterate
from ingest.releases.extracts import Extract, extract_rows
from ingest.releases.importer import Importer, Schedule, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable
from money.models import PriceIndex

SERIES = "CUUR0000SA0"  # all items, US city average, not seasonally adjusted: what amounts are adjusted by
AVERAGE_OF_THE_YEAR = 13
INDEXES = SourceTable(
    PriceIndex, fields=("year", "month", "value"), key=("year", "month"), part=("year",), continues=True
)
_MONTHLY = re.compile(r"M(0[1-9]|1[0-3])")


def as_month(cell: Any) -> int:
    """The publisher's period as the number of a month; 13 for the average of the year.

    >>> as_month("M05"), as_month("M13")
    (5, 13)
    >>> as_month("S01")
    Traceback (most recent call last):
    ingest.releases.refusal.RowRejected: “S01” is neither a month nor a year
    """
    match = _MONTHLY.fullmatch(as_text(cell) or "")
    if not match:
        raise RowRejected(f"“{shortened(str(cell))}” is neither a month nor a year", kind="neither a month nor a year")
    return int(match[1])


COLUMNS = (
    SourceColumn("series", ("series", "series_id"), required(as_code(r"CU[SU][RS]\w{4,20}", "a series of the CPI-U"))),
    SourceColumn("year", ("year",), required(as_number(least=1900, most=2200))),
    SourceColumn("period", ("period",)),
    SourceColumn("value", ("value",)),
)
_as_value = required(as_number(least=0, most=99_999, places=3))


class CpiImporter(Importer):
    """CPI-U, all items, US city average."""

    name = "cpi"
    source = {
        "slug": "bls-cpi",
        "publisher": "US Bureau of Labor Statistics",
        "country": "US",
        "also_called": ["BLS", "U.S. Bureau of Labor Statistics"],
        "title": "Consumer Price Index",
        "url": "https://www.bls.gov/cpi/",
        "kind": "statistics",
        "licence": "public domain",
        "attribution": "US Bureau of Labor Statistics, Consumer Price Index for All Urban Consumers (CPI-U)",
        "frequency": "monthly",
    }
    tables = (INDEXES,)
    order = 70
    schedule = Schedule(months=2)

    def recognises(self, path: Path) -> bool:
        return bool(
            re.fullmatch(r"(cu\.data\.\d+\.\w+(\.(csv|txt|tsv))?|cpi_u\w*\.(csv|txt|tsv))(\.gz)?", path.name.lower())
        )

    def vintage(self, path: Path, label: str | None) -> Vintage:
        first, last = _span(path)
        newest = Period.of_month(*last)
        if label and label not in (str(newest), _slug(last)):
            raise ImportRefused(f"{path.name} goes up to {newest}, not to {label}.")
        return Vintage(_slug(last), str(newest), date(*first, 1), newest.end)

    def has_extracts(self, path: Path) -> bool:
        return True

    def extracts(self, path: Path) -> Iterator[Extract]:
        with open_rows(path) as rows:
            yield Extract("cpi_u.txt.gz", extract_rows(rows, COLUMNS, keep=lambda cells: cells["series"] == SERIES))

    def load(self, path: Path, staging: Staging) -> None:
        with open_rows(path) as rows:
            staging.take(rows, COLUMNS, lambda row: staging.add(INDEXES, _index(*row)))


def _index(series: str, year: int, period: Any, value: Any) -> tuple:
    if series != SERIES:
        raise RowRejected(f"another series than {SERIES}, which is for all items and the whole country")
    month = as_month(period)
    level = _as_value(value)
    if not level:
        raise RowRejected("an index of nought")
    return int(year), None if month == AVERAGE_OF_THE_YEAR else month, level


def _span(path: Path) -> tuple[tuple[int, int], tuple[int, int]]:
    months: set[tuple[int, int]] = set()
    with open_rows(path) as rows:
        columns = SourceColumns(rows, COLUMNS)
        for _, row in iterate(rows):
            try:
                series, year, period, _value = columns.values(row)
                if series == SERIES and (month := as_month(period)) != AVERAGE_OF_THE_YEAR:
                    months.add((int(year), month))
            except RowRejected:
                continue  # reported when it is loaded
    if not months:
        raise ImportRefused(f"{path.name} has no month of the series {SERIES}.")
    return min(months), max(months)


def _slug(month: tuple[int, int]) -> str:
    return f"{month[0]}-{month[1]:02}"
