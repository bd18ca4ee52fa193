import json
from dataclasses import asdict, dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """Where and when a file was fetched, with what its publisher's server said of it; `fetched_on` is ISO 8601."""

    address: str
    etag: str = ""
    last_modified: str = ""
    fetched_on: str = ""

    @property
    def published_on(self) -> date | None:
        """The day on which the server says that the file was last changed."""
        try:
            return parsedate_to_datetime(self.last_modified).date()
        except ValueError:
            return None

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self)))

    @classmethod
    def load(cls, path: Path) -> "Origin | None":
        """None where there is no such file, or one that another program wrote."""
        try:
            return cls(**json.loads(path.read_text()))
        except (OSError, ValueError, TypeError):
            return None
