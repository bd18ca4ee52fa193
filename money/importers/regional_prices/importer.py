import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from facts.models import Place
from ingest.releases.cells import as_number, as_text, required, shortened
from ingest.releases.columns import SourceColumn, SourceColumns, iterate
from ingest.releases.importer import Importer, Schedule, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable
from ingest.releases.unpivoted import Unpivoted
from money.importers.regional_prices.places import NATION, place_of
from money.models import RegionalPrice

Item = RegionalPrice.Item
PRICES = SourceTable(
    RegionalPrice, fields=("place", "year", "item", "value"), key=("place", "year", "item"), part=("place",)
)
ITEMS = {
    "rpps: all items": Item.ALL,
    "rpps: goods": Item.GOODS,
    "rpps: services: housing": Item.HOUSING,
    "rpps: services: rents": Item.HOUSING,
    "rpps: services: utilities": Item.UTILITIES,
    "rpps: services: other": Item.OTHER,
}
"""The lines of the tables that are read; before 2021 housing was called rents."""

NOT_AVAILABLE = "(NA)"
_UPDATED = re.compile(r"Last updated: (\w+ \d{1,2}, \d{4})")
_YEAR = re.compile(r"(19|20)\d\d")


def as_area_code(cell: Any) -> str | None:
    """Five digits; the tables print them between quotation marks, behind a blank.

    >>> as_area_code(' "06000"')
    '06000'
    """
    text = (as_text(cell) or "").strip('" ')
    return text if re.fullmatch(r"\d{5}", text) else None


BESIDE = (
    SourceColumn("code", ("geofips",), as_area_code),
    SourceColumn("name", ("geoname",)),
    SourceColumn("line", ("description",)),
)
UNIT = SourceColumn("unit", ("unit",))
COLUMNS = (*BESIDE, SourceColumn("year", ("year",)), SourceColumn("value", ("value",)))
_as_value = required(as_number(least=1, most=999, places=3))


class RegionalPricesImporter(Importer):
    """A row per area and item, a column per year."""

    name = "regional-prices"
    source = {
        "slug": "bea-rpp",
        "publisher": "US Bureau of Economic Analysis",
        "also_called": ["BEA", "U.S. Bureau of Economic Analysis"],
        "title": "Regional Price Parities",
        "url": "https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
        "kind": "statistics",
        "licence": "public domain",
        "attribution": "US Bureau of Economic Analysis, Regional Price Parities",
        "frequency": "yearly",
    }
    tables = (PRICES,)
    order = 71
    schedule = Schedule(months=24)

    def recognises(self, path: Path) -> bool:
        return bool(re.fullmatch(r"(sarpp|marpp)(_(state|msa)_\d{4}_\d{4})?\.(zip|csv)", path.name.lower()))

    def vintage(self, path: Path, label: str | None) -> Vintage:
        years, updated = _dates(path)
        if label and label != str(max(years)):
            raise ImportRefused(f"{path.name} goes up to {max(years)}, not to {label}.")
        last = str(max(years))
        return Vintage(last, last, date(min(years), 1, 1), date(max(years), 12, 31), published_on=updated)

    def load(self, path: Path, staging: Staging) -> None:
        with _table(path) as rows:
            found = SourceColumns(rows, (*BESIDE, UNIT))
            cells = Unpivoted(rows, found.header, kept=found.places["unit"] + 1, names=("Year", "Value"))
            staging.take(cells, COLUMNS, lambda row: _take(row, staging))


@contextmanager
def _table(path: Path) -> Iterator[Rows]:
    with open_rows(path, member=lambda name: re.search(r"(SARPP_STATE|MARPP_MSA)_.*\.csv$", name) is not None) as rows:
        yield rows


def _take(row: list, staging: Staging) -> None:
    code, name, line, year, value = row
    if code is None:
        raise RowRejected("a note, no area")
    item = ITEMS.get((line or "").lower())
    if item is None:
        raise RowRejected(f"“{shortened(line or '')}” is no item that is read", kind="no item that is read")
    if not _YEAR.fullmatch(year or ""):
        raise RowRejected(f"“{shortened(year or '')}” is no year", kind="no year")
    if value == NOT_AVAILABLE:
        raise RowRejected("not available from the publisher")
    staging.add(PRICES, (_place(code, name, staging), int(year), item.value, _as_value(value)))


def _place(code: str, name: str, staging: Staging) -> tuple[str]:
    places = staging.shared(Place)
    code, name, kind = place_of(code, name)
    within = {} if kind == Place.Kind.COUNTRY or (NATION,) not in places else places.as_parent((NATION,))
    places.add(Place(code=code, name=name, kind=kind, **within))
    return (code,)


def _dates(path: Path) -> tuple[list[int], date | None]:
    """Raises ImportRefused without any year."""
    updated = None
    with _table(path) as rows:
        header = SourceColumns(rows, (*BESIDE, UNIT)).header
        for _, row in iterate(rows):
            if found := _UPDATED.search(" ".join(map(str, row))):
                updated = datetime.strptime(found[1], "%B %d, %Y").date()  # noqa: DTZ007 (a day)
    years = [int(name) for name in map(as_text, header) if name and _YEAR.fullmatch(name)]
    if not years:
        raise ImportRefused(f"{path.name} has no column of a year.")
    return years, updated
