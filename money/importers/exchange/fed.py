from datetime import date
from pathlib import Path
from typing import Any

from facts.periods import Period
from ingest.releases.cells import as_text, required
from ingest.releases.columns import SourceColumn, SourceColumns, iterate
from ingest.releases.importer import Importer, Schedule, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.staging import Staging
from money.importers.exchange.cells import as_day, as_rate
from money.importers.exchange.rates import RATES

BASE = "USD"
CURRENCIES = {
    "Australia": "AUD",
    "Brazil": "BRL",
    "Canada": "CAD",
    "China": "CNY",
    "Denmark": "DKK",
    "Euro": "EUR",
    "Hong Kong": "HKD",
    "India": "INR",
    "Japan": "JPY",
    "Malaysia": "MYR",
    "Mexico": "MXN",
    "New Zealand": "NZD",
    "Norway": "NOK",
    "Singapore": "SGD",
    "South Africa": "ZAR",
    "South Korea": "KRW",
    "Sri Lanka": "LKR",
    "Sweden": "SEK",
    "Switzerland": "CHF",
    "Taiwan": "TWD",
    "Thailand": "THB",
    "United Kingdom": "GBP",
}
SEVERAL = {"Venezuela"}  # which of its successive currencies a year's rate is in, the table does not say
COLUMNS = (
    SourceColumn("day", ("date",), as_day),
    SourceColumn("country", ("country",), required(as_text)),
    SourceColumn("rate", ("exchange rate",), as_rate),
)


class FedImporter(Importer):
    name = "fed"
    source = {
        "slug": "fed-exchange-rates",
        "publisher": "Board of Governors of the Federal Reserve System",
        "country": "US",
        "also_called": ["Federal Reserve", "Fed"],
        "title": "Foreign Exchange Rates, yearly averages",
        "url": "https://www.federalreserve.gov/releases/g5a/",
        "kind": "statistics",
        "licence": "public domain; the compilation under PDDL",
        "attribution": "Board of Governors of the Federal Reserve System, Foreign Exchange Rates",
        "frequency": "yearly",
    }
    tables = (RATES,)
    order = 72
    schedule = Schedule(months=14)

    def recognises(self, path: Path) -> bool:
        return path.name.lower() == "annual.csv"

    def vintage(self, path: Path, label: str | None) -> Vintage:
        years = _years(path)
        if not years:
            raise ImportRefused(f"{path.name} has no year.")
        newest = str(max(years))
        if label and label != newest:
            raise ImportRefused(f"{path.name} goes up to {newest}, not to {label}.")
        return Vintage(newest, newest, Period.of_year(min(years)).start, Period.of_year(max(years)).end)

    def load(self, path: Path, staging: Staging) -> None:
        with open_rows(path) as rows:
            staging.take(rows, COLUMNS, lambda row: staging.add(RATES, _rate(*row)))


def _rate(day: date, country: str, rate: Any) -> tuple:
    if country in SEVERAL:
        raise RowRejected(f"{country} had several currencies, and the table does not say which a rate is in")
    if country not in CURRENCIES:
        raise RowRejected(
            f"the currency of {country} is not known here", kind="the country’s currency is not known here"
        )
    year = Period.of_year(day.year)
    return BASE, CURRENCIES[country], year.start.isoformat(), year.end.isoformat(), rate


def _years(path: Path) -> set[int]:
    years = set()
    with open_rows(path) as rows:
        columns = SourceColumns(rows, COLUMNS)
        for _, row in iterate(rows):
            try:
                years.add(columns.values(row)[0].year)
            except RowRejected:
                continue  # reported when it is loaded
    return years
