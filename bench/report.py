import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bench.results import NGINX, Goal, Measurement, Results
from bench.servers import ROOT

FIRST_SECTION = "\n## 2"
"""How the newest dated section begins: everything before it explains."""


def section(results: Results, goals: Iterable[Goal], *, rounds: int, seconds: int) -> str:
    now = datetime.now(UTC)
    note = f"At commit {commit()}; medians of {rounds} {'round' if rounds == 1 else 'rounds'} of {seconds} s each."
    tables = [f"### With {size}\n\n{_measured(results, size)}" for size in results.sizes]
    return "\n\n".join([f"## {now:%Y-%m-%d %H:%M} UTC", note, "### To reach", _reached(goals), *tables]) + "\n"


def write(text: str, file: Path) -> None:
    before, mark, after = file.read_text().partition(FIRST_SECTION)
    file.write_text(f"{before.rstrip()}\n\n{text}{mark}{after}")


def commit() -> str:
    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603, S607

    changed = git("status", "--porcelain", "--", ":!docs/bench.md")
    return f"{git('rev-parse', '--short=10', 'HEAD')}{' with changes since' if changed else ''}"


def _reached(goals: Iterable[Goal]) -> str:
    rows = [
        (
            goal.words,
            "" if goal.least is None else f"{'under ' if goal.is_most else ''}{goal.least:g}",
            "" if goal.value is None else f"{goal.value:.0f}" if goal.is_most else f"{goal.value:.2f}",
            f"{goal.verdict}{f' ({goal.note})' if goal.note else ''}",
        )
        for goal in goals
    ]
    return table(("what", "at least", "measured", ""), rows, numbers=(1, 2))


def _measured(results: Results, size: str) -> str:
    rows = [_row(results, subject) for subject in results.measured if subject.size == size]
    names = ("page", "answered by", "a second", "p50 ms", "p99 ms", "errors", "against nginx")
    return table(names, rows, numbers=range(2, 7))


def _row(results: Results, subject: Measurement) -> tuple[str, ...]:
    measured, file = results.measured[subject], subject._replace(server=NGINX)
    ratio = f"{results.ratio(subject, file):.4f}" if file in results.measured else ""
    second = f"{measured.per_second:,.0f}" if measured.per_second >= 100 else f"{measured.per_second:.1f}"
    times = (f"{measured.p50:,.2f}", f"{measured.p99:,.2f}")
    return (subject.page, subject.server, second, *times, f"{measured.errors:.0f}", ratio)


def table(names: Iterable[str], rows: Iterable[Iterable[str]], *, numbers: Iterable[int] = ()) -> str:
    """A table in Markdown; the columns of these `numbers` stand to the right.

    >>> print(table(("a", "b"), [("x", "1")], numbers=(1,)))
    | a | b |
    |---|---:|
    | x | 1 |
    """
    names, right = list(names), set(numbers)
    line = "".join(f"{'---:' if place in right else '---'}|" for place in range(len(names)))
    return "\n".join([_line(names), f"|{line}", *map(_line, rows)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
