from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.releases.table import SourceTable

if TYPE_CHECKING:
    from ingest.releases.staging import Staging


@dataclass(frozen=True, slots=True)
class Vintage:
    """Which release a file is: its slug and label, the period that it measures, and when it was published.

    `attribution` is the line that its licence asks for, where that names the release.
    """

    slug: str
    label: str
    period_start: date | None = None
    period_end: date | None = None
    published_on: date | None = None
    attribution: str = ""


class Importer(ABC):
    """Reads one publisher's files of one kind.

    `name` is what the command calls it ("oews"), `source` describes the Source that its releases belong to (the
    fields of the model; made if it is not there), `tables` are what it writes, and `order` puts classifications
    before the data coded by them. `given_up` names tables of earlier releases that the publisher no longer offers;
    `names_lead` whether what it calls places, industries and occupations may be what they are called by themselves.
    """

    name: str
    source: dict[str, Any]
    tables: Sequence[SourceTable]
    order: int = 100
    given_up: Collection[str] = ()
    names_lead: bool = True

    @abstractmethod
    def recognises(self, path: Path) -> bool:
        """Whether the file or folder at `path` looks like one of these, by its name alone."""

    @abstractmethod
    def vintage(self, path: Path, label: str | None) -> Vintage:
        """Which release the file is, by `label` or by its own name and text; raises ImportRefused where neither tells."""

    @abstractmethod
    def load(self, path: Path, staging: "Staging") -> None:
        """Read the file (or folder) at `path` into `staging`; raises ImportRefused where it is not what it should be."""

    def splits(self, vanished: Collection[str], appeared: Collection[str]) -> list[str]:
        """In words, which of the codes that vanished went to which of those that appeared."""
        return []
