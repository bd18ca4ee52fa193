from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from ingest.releases.origin import Origin

KEPT_EXAMPLES = 200
KEPT_FILES = 50


@dataclass
class FigureMove:
    """Relative changes of a field's figures: 0.05 for 5%."""

    field: str
    figures: int
    median: float
    largest: float
    largest_at: str
    before: str
    after: str


@dataclass
class ReleaseChanges:
    release: str
    moves: list[FigureMove] = field(default_factory=list)
    appeared: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    split: list[str] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        return bool(self.moves or self.appeared or self.vanished)

    def as_json(self) -> dict[str, Any]:
        said = asdict(self)
        return said | {name: said[name][:KEPT_EXAMPLES] for name in ("appeared", "vanished", "split")}


@dataclass
class ImportReport:
    """Counts of one import: read = created + changed + unchanged + rejected.

    `vanished_rows` left parts that the file has rows of; `kept` are rows of other parts; `further` differ and are
    counted with other rows. `rejections` has the first rows with reasons, `reasons` and `unread` (cells) count all.
    `tables` and `left_aside` are the tables read and not read; `edition` is None where nothing was published.
    """

    source: str
    release: str
    file: str
    sha256: str = ""
    origin: Origin | None = None
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
        return self.reasons.total()

    @property
    def differs(self) -> bool:
        return bool(self.created or self.changed or self.vanished_rows or self.further)

    @property
    def accounts_for_all(self) -> bool:
        return self.read == self.created + self.changed + self.unchanged + self.rejected

    def reject(self, table: str, row: int, reason: str, *, kind: str = "") -> None:
        """`row` is counted from 1; reasons are counted under `kind`."""
        counted = kind or reason
        if counted not in self.reasons and len(self.reasons) >= KEPT_EXAMPLES:
            counted = "other reasons"
        self.reasons[counted] += 1
        if len(self.rejections) < KEPT_EXAMPLES:
            self.rejections.append((table, row, reason))

    def leave_out(self, reasons: Iterable[str]) -> None:
        for reason in reasons:
            known = reason in self.unread or len(self.unread) < KEPT_EXAMPLES
            self.unread[reason if known else "other reasons"] += 1

    def as_json(self) -> dict[str, Any]:
        said = asdict(self) | {"rejected": self.rejected, "reasons": dict(self.reasons.most_common(KEPT_EXAMPLES))}
        said["unread"] = dict(self.unread)
        said["beside"] = [other.as_json() for other in self.beside]
        return {name: value for name, value in said.items() if name != "already_here"}


def known_files(kept: dict[str, Any]) -> Iterable[dict[str, Any]]:
    return kept.get("files", [])


def with_file(kept: dict[str, Any], report: ImportReport) -> dict[str, Any]:
    """What a release keeps with this file in it; files of which rows changed no longer stand as they were."""
    earlier = [dict(file) for file in known_files(kept)]
    if report.changed or report.vanished_rows:
        for file in earlier:
            file["stands"] = False
    return {"files": [*earlier, report.as_json() | {"stands": True}][-KEPT_FILES:]}


def stands(kept: dict[str, Any], sha256: str) -> bool:
    return any(file["sha256"] == sha256 and file.get("stands") for file in known_files(kept))
