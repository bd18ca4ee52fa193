from ingest.releases.table import SourceTable
from money.models import ExchangeRate

RATES = SourceTable(
    ExchangeRate,
    fields=("base", "currency", "start", "end", "value"),
    key=("currency", "start", "end"),
)
"""What one unit of a base currency was worth in others."""
