import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from ingest.releases.columns import SourceColumn, SourceColumns, iterate
from ingest.releases.importer import Importer, Schedule, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.unpivoted import Unpivoted
from money.importers.exchange.cells import as_day, as_rate, currency_code
from money.importers.exchange.rates import RATES

BASE = "EUR"
DAY = (SourceColumn("day", ("date",), as_day), SourceColumn("dollar", ("usd",)))
COLUMNS = (
    SourceColumn("day", ("date",), as_day),
    SourceColumn("currency", ("currency",), currency_code),
    SourceColumn("rate", ("rate",)),
)


class EcbImporter(Importer):
    """A row per day, a column per currency."""

    name = "ecb"
    source = {
        "slug": "ecb-reference-rates",
        "publisher": "European Central Bank",
        "also_called": ["ECB"],
        "title": "Euro foreign exchange reference rates",
        "url": "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/",
        "kind": "statistics",
        "licence": "free re-use with source",
        "licence_url": "https://www.ecb.europa.eu/services/disclaimer/",
        "attribution": "Source: European Central Bank, euro foreign exchange reference rates",
        "frequency": "every working day",
    }
    tables = (RATES,)
    order = 71
    schedule = Schedule(months=1)

    def recognises(self, path: Path) -> bool:
        return bool(re.fullmatch(r"eurofxref[\w-]*\.(zip|csv)", path.name.lower()))

    def vintage(self, path: Path, label: str | None) -> Vintage:
        days = _days(path)
        if not days:
            raise ImportRefused(f"{path.name} has no day.")
        newest = max(days)
        words = f"{newest.day} {newest:%B %Y}"
        if label and label not in (words, newest.isoformat()):
            raise ImportRefused(f"{path.name} goes up to {words}, not to {label}.")
        return Vintage(newest.isoformat(), words, min(days), newest)

    def load(self, path: Path, staging: Staging) -> None:
        with _cells(path) as cells:
            staging.take(cells, COLUMNS, lambda row: staging.add(RATES, _rate(*row)))


def _rate(day: date, currency: str, rate: Any) -> tuple:
    return BASE, currency, day.isoformat(), day.isoformat(), as_rate(rate)


@contextmanager
def _cells(path: Path) -> Iterator[Rows]:
    with open_rows(path) as rows:
        header = SourceColumns(rows, DAY).header
        yield Unpivoted(rows, header, kept=1, names=("Currency", "Rate"))


def _days(path: Path) -> set[date]:
    days = set()
    with open_rows(path) as rows:
        columns = SourceColumns(rows, DAY)
        for _, row in iterate(rows):
            try:
                days.add(as_day(row[columns.places["day"]]))
            except RowRejected:
                continue  # reported when it is loaded
    return days
