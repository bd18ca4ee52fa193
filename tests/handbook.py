"""The numbers that profiles of the Occupational Outlook Handbook print, read from their text by code of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

MAY_2024, YEAR_2024 = ("2024-05-01", "2024-05-31"), ("2024-01-01", "2024-12-31")
NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?")
WAGES = re.compile(
    r"The median (?P<per>annual|hourly) wage for .*? was \$(?P<median>[\d,.]*\d) in May 2024\."
    r".*?lowest 10 percent earned less than \$(?P<p10>[\d,.]*\d),? and the highest 10 percent earned more than "
    r"\$(?P<p90>[\d,.]*\d)"
)
NOT_COUNTED = ("|", "**", "Note:", "Source", "SOURCE", "#")


@dataclass(frozen=True)
class PrintedFigure:
    """Numbers of one cell or sentence: what each measures, how it is printed, for what time, and where."""

    model: str
    locator: str
    values: tuple[tuple[str, Decimal], ...]
    printed: tuple[str, ...]
    period: tuple[str, str] | None = None
    per: str = ""


def figures_of(profile: Path) -> Iterator[PrintedFigure]:
    """Every number of quick facts, pay paragraphs, pay by industry, employers and projections."""
    parts = re.split(r"^## (.+)$", profile.read_text(), flags=re.MULTILINE)
    chapters = dict(zip(parts[1::2], parts[2::2], strict=True))
    yield from _quick_facts(chapters.get("Quick facts", ""))
    yield from _pay(chapters.get("Pay", ""))
    yield from _employers(chapters.get("Work environment", ""))
    yield from _projections(chapters.get("Job outlook", ""))


def _number(text: str) -> Decimal:
    return Decimal(NUMBER.search(text)[0].replace(",", ""))  # type: ignore[index]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _tables(chapter: str) -> list[tuple[str, list[list[str]]]]:
    """The line before each table, and its rows."""
    tables: list[tuple[str, list[list[str]]]] = []
    before, inside = "", False
    for line in chapter.splitlines():
        if line.startswith("|"):
            if not inside:
                tables.append((before, []))
            tables[-1][1].append(_cells(line))
        elif line.strip():
            before = line
        inside = line.startswith("|")
    return [(before, [row for row in rows if set(row[0]) != {"-"}]) for before, rows in tables]


def _quick_facts(chapter: str) -> Iterator[PrintedFigure]:
    for label, text, *_ in (row for _, rows in _tables(chapter) for row in rows):
        if label.endswith("Median Pay"):
            for amount, per in re.findall(r"(\$[\d,.]*\d) per (year|hour)", text):
                yield PrintedFigure(
                    "salary", "Quick facts, Median Pay", (("median", _number(amount)),), (amount,), YEAR_2024, per
                )
        elif label.startswith("Number of Jobs"):
            yield PrintedFigure(
                "outlook", "Quick facts, Number of Jobs", (("employment_start", _number(text)),), (text,), YEAR_2024
            )
        elif label.startswith("Job Outlook"):
            yield PrintedFigure(
                "outlook",
                "Quick facts, Job Outlook",
                (("growth_percent", _number(text)),),
                tuple(text.split(" ", 1)[:1]),
            )
        elif label.startswith("Employment Change"):
            yield PrintedFigure(
                "outlook", "Quick facts, Employment Change", (("employment_change", _number(text)),), (text,)
            )


def _pay(chapter: str) -> Iterator[PrintedFigure]:
    paragraphs = [line for line in chapter.splitlines() if line.strip() and not line.startswith(NOT_COUNTED)]
    for place, paragraph in enumerate(paragraphs, 1):
        for found in WAGES.finditer(paragraph):
            per = "year" if found["per"] == "annual" else "hour"
            values = tuple((name, _number(found[name])) for name in ("median", "p10", "p90"))
            printed = tuple(f"${found[name]}" for name in ("median", "p10", "p90"))
            yield PrintedFigure("salary", f"Pay, paragraph {place}", values, printed, MAY_2024, per)
    for number, (before, rows) in enumerate(_tables(chapter), 1):
        if "in the top industries" in before:
            per = "hour" if "hourly" in before else "year"
            for place, (_, text) in enumerate(rows, 1):
                values = (("median", _number(text)),)
                yield PrintedFigure("salary", f"Pay, table {number}, row {place}", values, (text,), MAY_2024, per)


def _employers(chapter: str) -> Iterator[PrintedFigure]:
    for number, (before, rows) in enumerate(_tables(chapter), 1):
        if "largest employers" in before:
            for place, (_, text) in enumerate(rows, 1):
                locator = f"Work environment, table {number}, row {place}"
                yield PrintedFigure("employer", locator, (("share_percent", _number(text)),), (text,), YEAR_2024)


def _projections(chapter: str) -> Iterator[PrintedFigure]:
    names = ("employment_start", "employment_end", "growth_percent", "employment_change")
    rows = [row for _, rows in _tables(chapter) for row in rows if len(row) == 6]
    for place, (_, _, *texts) in enumerate([row for row in rows if row[0] != "Occupational Title"], 1):
        given = [(name, text) for name, text in zip(names, texts, strict=True) if NUMBER.search(text)]
        values = tuple((name, _number(text)) for name, text in given)
        yield PrintedFigure("outlook", f"Employment projections, row {place}", values, tuple(text for _, text in given))
