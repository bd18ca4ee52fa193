import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from ingest.releases.report import ImportReport

SAY_EVERY = 10  # seconds, where no line can be written over


class ProgressBar:
    def __init__(self, shown: Progress, unit: str) -> None:
        self._shown = shown
        self._unit = unit
        self._task = TaskID(0)
        self._since = time.monotonic()

    def start(self, what: str) -> None:
        self._since = time.monotonic()
        self._task = self._shown.add_task(what, total=1, rows="0", rate="–", unit=self._unit)

    def advance(self, rows: int, done: float) -> None:
        rate = rows / max(time.monotonic() - self._since, 0.001)
        self._shown.update(self._task, completed=done, rows=f"{rows:,}", rate=f"{rate:,.0f}")


class ProgressLines:
    def __init__(self, console: Console, unit: str) -> None:
        self._console = console
        self._unit = unit
        self._what = ""
        self._since = self._said = time.monotonic()

    def start(self, what: str) -> None:
        self._what = what
        self._since = self._said = time.monotonic()

    def advance(self, rows: int, done: float) -> None:
        now = time.monotonic()
        if now - self._said < SAY_EVERY:
            return
        self._said, passed = now, now - self._since
        left = f", {passed / done - passed:.0f} s left" if done else ""
        say(self._console, f"{self._what}: {rows:,} {self._unit}, {rows / passed:,.0f} a second{left}")


@contextmanager
def progress_on(console: Console, unit: str = "rows") -> Iterator[ProgressBar | ProgressLines]:
    if not console.is_terminal:
        yield ProgressLines(console, unit)
        return
    parts = "{task.fields[rows]} {task.fields[unit]}, {task.fields[rate]} a second"
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn(parts), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        yield ProgressBar(shown, unit)


def tell(console: Console, report: ImportReport, *, dry_run: bool) -> None:
    for line in lines(report, dry_run=dry_run):
        say(console, line)


def say(console: Console, text: str, style: str = "") -> None:
    console.print(text, style=style, markup=False, highlight=False, soft_wrap=True)


def lines(report: ImportReport, *, dry_run: bool) -> Iterator[str]:
    yield f"{report.source}, {report.release}, from {report.file}"
    if report.already_here:
        yield "This file is already here; nothing was written."
        return
    yield (
        f"read {report.read:,} = created {report.created:,} + changed {report.changed:,}"
        f" + unchanged {report.unchanged:,} + rejected {report.rejected:,}"
    )
    if report.vanished_rows or report.kept:
        yield f"{report.vanished_rows:,} rows stand no more; {report.kept:,} of other parts stay"
    if report.left_aside:
        yield f"left aside: {', '.join(report.left_aside)}"
    for reason, count in report.unread.most_common(SHOWN):
        yield f"left out {count:,} cell{'' if count == 1 else 's'}: {reason}"
    yield from _rejections(report)
    yield from _differences(report)
    yield _outcome(report, dry_run)


SHOWN = 10


def _rejections(report: ImportReport) -> Iterator[str]:
    for reason, count in report.reasons.most_common(SHOWN):
        yield f"rejected {count:,}: {reason}"
    for table, row, reason in report.rejections[:SHOWN]:
        yield f"  row {row:,} of {table}: {reason}"
    if report.rejected > SHOWN:
        yield f"  and {report.rejected - SHOWN:,} more"


def _differences(report: ImportReport) -> Iterator[str]:
    for beside in report.beside:
        if beside.differs:
            yield f"beside {beside.release}:"
            yield from (f"  {line}" for line in _beside(beside))


def _beside(beside: Any) -> Iterator[str]:
    for move in beside.moves:
        yield (
            f"{move.field}: {move.figures:,} figures move, the median by {move.median:+.1%}, the farthest by"
            f" {move.largest:+.1%} ({move.largest_at}: {move.before} to {move.after})"
        )
    for words, codes in (("appear", beside.appeared), ("vanish", beside.vanished)):
        if codes:
            more = f" and {len(codes) - SHOWN:,} more" if len(codes) > SHOWN else ""
            yield f"codes that {words}: {', '.join(codes[:SHOWN])}{more}"
    yield from (f"split: {words}" for words in beside.split)


def _outcome(report: ImportReport, dry_run: bool) -> str:
    if dry_run:
        return "Nothing was written: this was a trial."
    return f"Edition {report.edition} is out." if report.edition else "Nothing has changed; nothing was written."
