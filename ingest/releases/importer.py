from abc import ABC, abstractmethod
from calendar import monthrange
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.releases.extracts import Extract
from ingest.releases.table import SourceTable

if TYPE_CHECKING:
    from ingest.releases.staging import Staging


@dataclass(frozen=True, slots=True)
class Vintage:
    """Which release a file is.

    `attribution` is the line that its license asks for, where that names the release; `series` tells releases of one
    source apart that do not follow one another.
    """

    slug: str
    label: str
    period_start: date | None = None
    period_end: date | None = None
    published_on: date | None = None
    attribution: str = ""
    series: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """`months` from the day `since` of one release to the month by whose end the next should be out."""

    months: int
    since: str = "period_end"

    def next_due(self, vintage: Vintage) -> date | None:
        """
        >>> Schedule(23).next_due(Vintage("may-2025", "May 2025", date(2025, 5, 1), date(2025, 5, 31)))
        datetime.date(2027, 4, 30)
        """
        day: date | None = getattr(vintage, self.since)
        if day is None:
            return None
        year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
        return date(year, month + 1, monthrange(year, month + 1)[1])


class Importer(ABC):
    """Reads one publisher's files of one kind. Copy a folder beside this one to write another.

    `name` is for the command line, `source` has the fields of the Source, `order` puts classifications first.
    `given_up` names tables that the publisher no longer offers. `names_lead`: whether its names of places, industries
    and occupations may become their standing names. `schedule`: when the next release is due, where there is to be one.

    `extracts_every_release`: whether Rungs comes with extracts of each release, or of the newest alone.
    `extracts_are_partial`: whether they leave out tables or texts that a release has.
    """

    name: str
    source: dict[str, Any]
    tables: Sequence[SourceTable]
    order: int = 100
    given_up: Collection[str] = ()
    names_lead: bool = True
    schedule: Schedule | None = None
    extracts_every_release: bool = False
    extracts_are_partial: bool = False

    @abstractmethod
    def recognises(self, path: Path) -> bool:
        """Whether the file or folder is named like one of these."""

    @abstractmethod
    def vintage(self, path: Path, label: str | None) -> Vintage:
        """Which release it is, by `label`, its name or its text; raises ImportRefused where none tells."""

    @abstractmethod
    def load(self, path: Path, staging: "Staging") -> None:
        """Read the file into `staging`; raises ImportRefused."""

    def has_extracts(self, path: Path) -> bool:
        """Whether something of this file comes with Rungs."""
        return False

    def extracts(self, path: Path) -> Iterator[Extract]:
        """What of the file comes with Rungs, so named and laid out that this importer reads it."""
        yield from ()

    def splits(self, vanished: Collection[str], appeared: Collection[str]) -> list[str]:
        """Sentences: which of the codes that vanished went to which of those that appeared."""
        return []
