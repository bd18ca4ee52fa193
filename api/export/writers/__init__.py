"""Each form of the files: `begin` takes a table, `add` some of its rows, `close` completes the form."""

from api.export.writers.csv_package import CsvPackage
from api.export.writers.ndjson import Ndjson
from api.export.writers.parquet import ParquetTables
from api.export.writers.sqlite import SqliteDatabase

__all__ = ["CsvPackage", "Ndjson", "ParquetTables", "SqliteDatabase"]
