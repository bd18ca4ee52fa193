from ingest.models.loaded_file import LoadedFile
from ingest.models.loaded_row import LoadedRow

__all__ = [
    "LoadedFile",
    "LoadedRow",
]
