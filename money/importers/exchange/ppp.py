import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from babel.core import get_global

from facts.periods import Period
from ingest.releases.cells import as_code, as_number, as_text, required, shortened
from ingest.releases.columns import SourceColumn, SourceColumns, iterate
from ingest.releases.importer import Importer, Schedule, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import Coverage, SourceTable
from ingest.releases.unpivoted import Unpivoted
from money.models import PurchasingPower

INDICATOR = "pa.nus.ppp"
POWERS = SourceTable(
    PurchasingPower, fields=("country", "year", "value"), key=("country", "year"), covers=(Coverage("years", "year"),)
)
STEP = Decimal("1e-16")  # after a collapse of its money, a country’s factors of earlier years are very small
_as_code = required(as_code(r"[A-Z0-9]{2,3}", "a code of a country"))
_FACTOR = re.compile(r"\d{1,12}(\.\d{1,40})?(E-?\d{1,2})?")
TOO_LARGE = 1_000_000_000


def as_country(cell: Any) -> str:
    """A country by two letters, also where the cell has three; groups of countries are rejected.

    >>> as_country("IN"), as_country("IND")
    ('IN', 'IN')
    """
    code = _as_code(cell)
    if len(code) > 2:
        [code] = get_global("territory_aliases").get(code, [""])[:1]
    if not re.fullmatch("[A-Z]{2}", code):
        raise RowRejected("no country, but a group of them")
    return code


def as_factor(cell: Any) -> Decimal:
    """A factor above nought, to sixteen places; RowRejected where there is none.

    >>> as_factor("2.15907128494086E-8")
    Decimal('2.15907128E-8')
    """
    text = as_text(cell)
    if text is None:
        raise RowRejected("no factor is given")
    if not _FACTOR.fullmatch(text):
        raise RowRejected(f"“{shortened(text)}” is not a number")
    factor = Decimal(text).quantize(STEP)
    if not 0 < factor < TOO_LARGE:
        raise RowRejected(f"“{text}” is no factor of purchasing power")
    return factor


COLUMNS = (
    SourceColumn("country", ("country id", "country code"), as_country),
    SourceColumn("year", ("year",), required(as_number(least=1900, most=2200))),
    SourceColumn("factor", ("ppp",), as_factor),
)
WIDE = (
    SourceColumn("name", ("country name",)),
    SourceColumn("country", ("country code",)),
    SourceColumn("indicator", ("indicator code",)),
    SourceColumn("first", (r"\d{4}",)),
)
BEFORE_THE_YEARS = 4


class PppImporter(Importer):
    """The World Bank's wide table, or the long compilation."""

    name = "ppp"
    source = {
        "slug": "world-bank-ppp",
        "publisher": "World Bank",
        "also_called": [],
        "title": "PPP conversion factor, GDP (LCU per international $)",
        "url": "https://data.worldbank.org/indicator/PA.NUS.PPP",
        "kind": "statistics",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "attribution": "World Bank, PPP conversion factor, GDP (LCU per international $), CC BY 4.0",
        "frequency": "several times a year",
    }
    tables = (POWERS,)
    order = 73
    schedule = Schedule(months=24)

    def recognises(self, path: Path) -> bool:
        return bool(re.fullmatch(rf"(ppp-gdp\.csv|api_{re.escape(INDICATOR)}.*\.(zip|csv|xlsx?))", path.name.lower()))

    def vintage(self, path: Path, label: str | None) -> Vintage:
        years = _years(path)
        if not years:
            raise ImportRefused(f"{path.name} has no factor.")
        newest = str(max(years))
        if label and label != newest:
            raise ImportRefused(f"{path.name} goes up to {newest}, not to {label}.")
        return Vintage(newest, newest, Period.of_year(min(years)).start, Period.of_year(max(years)).end)

    def load(self, path: Path, staging: Staging) -> None:
        with _long(path) as rows:
            staging.take(rows, COLUMNS, lambda row: staging.add(POWERS, (row[0], int(row[1]), row[2])))


@contextmanager
def _long(path: Path) -> Iterator[Rows]:
    with open_rows(path, member=_is_data) as rows:
        if not _is_wide(path):
            yield rows
            return
        header = SourceColumns(rows, WIDE).header
        yield Unpivoted(rows, header, kept=BEFORE_THE_YEARS, names=("Year", "PPP"))


def _is_wide(path: Path) -> bool:
    with open_rows(path, member=_is_data) as rows:
        try:
            SourceColumns(rows, WIDE)
        except ImportRefused:
            return False
        return True


def _is_data(name: str) -> bool:
    return "metadata" not in name.lower()


def _years(path: Path) -> set[int]:
    years = set()
    with _long(path) as rows:
        columns = SourceColumns(rows, COLUMNS)
        for _, row in iterate(rows):
            try:
                years.add(int(columns.values(row)[1]))
            except RowRejected:
                continue  # reported when it is loaded
    return years
