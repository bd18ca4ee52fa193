from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

KEPT_EXAMPLES = 200
KEPT_FILES = 50


@dataclass
class FigureMove:
    """By how much a field's figures differ from those that stood before: relative changes, 0.05 for 5 %."""

    field: str
    figures: int
    median: float
    largest: float
    largest_at: str
    before: str
    after: str


@dataclass
class ReleaseChanges:
    """What differs from another release: figures that move, and codes that appear, vanish, split."""

    release: str
    moves: list[FigureMove] = field(default_factory=list)
    appeared: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    split: list[str] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Whether anything does."""
        return bool(self.moves or self.appeared or self.vanished)

    def as_json(self) -> dict[str, Any]:
        """As it is kept: of long lists of codes the first ones."""
        said = asdict(self)
        return said | {name: said[name][:KEPT_EXAMPLES] for name in ("appeared", "vanished", "split")}


@dataclass
class ImportReport:
    """What an import did, row by row: read = created + changed + unchanged + rejected.

    `rejections` keeps the first rows with their reasons, `reasons` counts all of them. `vanished_rows` stood before in
    the parts that the file speaks for and stand no more, `kept` are rows of other parts, which stay; `further` are rows
    that differ and are not counted, since rows of the file are counted by others; `left_aside` names
    files of a folder that were not read, `tables` those that were, by the names they keep. `unread` counts cells that
    were left out of rows that were taken, by reason. `beside` tells what differs from the release that stood before and from the
    vintage before. `edition` is the number of the edition made, None where nothing was published.
    """

    source: str
    release: str
    file: str
    sha256: str = ""
    read: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished_rows: int = 0
    kept: int = 0
    further: int = 0
    left_aside: list[str] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    unread: Counter = field(default_factory=Counter)
    reasons: Counter = field(default_factory=Counter)
    rejections: list[tuple[str, int, str]] = field(default_factory=list)
    beside: list[ReleaseChanges] = field(default_factory=list)
    already_here: bool = False
    edition: int | None = None

    @property
    def rejected(self) -> int:
        """How many rows were left out."""
        return self.reasons.total()

    @property
    def differs(self) -> bool:
        """Whether anything would be otherwise than it stood before."""
        return bool(self.created or self.changed or self.vanished_rows or self.further)

    @property
    def accounts_for_all(self) -> bool:
        """Whether every row that was read is in exactly one of the other counts."""
        return self.read == self.created + self.changed + self.unchanged + self.rejected

    def reject(self, table: str, row: int, reason: str, *, kind: str = "") -> None:
        """Leave out the row with this number in the table (a file's name), counted from 1, and keep the reason.

        Reasons are counted under `kind` where they differ from row to row.
        """
        counted = kind or reason
        if counted not in self.reasons and len(self.reasons) >= KEPT_EXAMPLES:
            counted = "other reasons"
        self.reasons[counted] += 1
        if len(self.rejections) < KEPT_EXAMPLES:
            self.rejections.append((table, row, reason))

    def leave_out(self, reasons: Iterable[str]) -> None:
        """Count cells that were left out, by reason."""
        for reason in reasons:
            known = reason in self.unread or len(self.unread) < KEPT_EXAMPLES
            self.unread[reason if known else "other reasons"] += 1

    def as_json(self) -> dict[str, Any]:
        """The report as it is kept with its release."""
        said = asdict(self) | {"rejected": self.rejected, "reasons": dict(self.reasons.most_common(KEPT_EXAMPLES))}
        said["unread"] = dict(self.unread)
        said["beside"] = [other.as_json() for other in self.beside]
        return {name: value for name, value in said.items() if name != "already_here"}


def known_files(kept: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """The reports of the files that a release holds, oldest first, from what is kept with it."""
    return kept.get("files", [])


def with_file(kept: dict[str, Any], report: ImportReport) -> dict[str, Any]:
    """What is kept with a release once the file of `report` is in it.

    A file of which rows were changed since stands there no more as it was.
    """
    earlier = [dict(file) for file in known_files(kept)]
    if report.changed or report.vanished_rows:
        for file in earlier:
            file["stands"] = False
    return {"files": [*earlier, report.as_json() | {"stands": True}][-KEPT_FILES:]}


def stands(kept: dict[str, Any], sha256: str) -> bool:
    """Whether the file with this SHA-256 is in the release as it was imported."""
    return any(file["sha256"] == sha256 and file.get("stands") for file in known_files(kept))
