from ingest.models.loaded_row import LoadedRow

__all__ = [
    "LoadedRow",
]
