from ingest.releases.table import Coverage, SourceTable
from money.models import ExchangeRate

RATES = SourceTable(
    ExchangeRate,
    fields=("base", "currency", "start", "end", "value"),
    key=("currency", "start", "end"),
    covers=(Coverage("years", "start__year"),),
)
"""What one unit of a base currency was worth in others."""
