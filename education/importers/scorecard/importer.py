import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from education.models import ProgramOutcome
from facts.marks import Mark
from ingest.releases.cells import as_code, as_number, as_text, required
from ingest.releases.columns import SourceColumn, has_header
from ingest.releases.importer import Importer, Schedule, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.staging import Staging
from ingest.releases.table import Coverage, SourceTable

Level = ProgramOutcome.Level
LEVELS = {
    "1": Level.CERTIFICATE,
    "2": Level.ASSOCIATE,
    "3": Level.BACHELOR,
    "4": Level.POST_BACHELOR,
    "5": Level.MASTER,
    "6": Level.DOCTOR,
    "7": Level.FIRST_PROFESSIONAL,
    "8": Level.GRADUATE_CERTIFICATE,
    "99": Level.NONE,
}
CURRENCY = "USD"
FIGURES = ProgramOutcome.FIGURES
OUTCOMES = SourceTable(
    ProgramOutcome,
    fields=("unit_id", "school", "code", "title", "level", *FIGURES, "currency", "marks"),
    key=("unit_id", "code", "level"),
    covers=(Coverage("schools", "unit_id", slack=10),),
)
MARKERS = {
    "PS": Mark.SUPPRESSED,
    "PRIVACYSUPPRESSED": Mark.SUPPRESSED,
    "NULL": Mark.NOT_PUBLISHED,
    "NA": Mark.NOT_PUBLISHED,
    "": Mark.NOT_PUBLISHED,
}
_MONTHS = r"(january|february|march|april|may|june|july|august|september|october|november|december)"
_FILE = re.compile(
    r"(most-recent-cohorts-field-of-study(_(?P<month>\d\d)(?P<day>\d\d)(?P<year>20\d\d))?|field_?of_?study.*)"
    r"\.(csv|zip)(\.gz)?"
)
_DAY = re.compile(rf"{_MONTHS} (\d{{1,2}}), (20\d\d)")


def as_field(cell: Any) -> str | None:
    """Four digits as in the classification.

    >>> as_field("0109"), as_field(5107.0)
    ('01.09', '51.07')
    """
    code = _four_digits(cell)
    return f"{code.zfill(4)[:2]}.{code.zfill(4)[2:]}" if code else None


def as_title(cell: Any) -> str | None:
    text = as_text(cell)
    return text.removesuffix(".") if text else None


def as_level(cell: Any) -> str | None:
    text = as_text(cell)
    if text is not None and text not in LEVELS:
        raise RowRejected(f"{text} is no level of credentials", kind="no level of credentials")
    return LEVELS[text].value if text else None


def as_figure(most: int) -> Callable[[Any], Any]:
    """A coercer of whole amounts, or of the mark in their place.

    >>> as_figure(1000)("PS").value, as_figure(1000)("31")
    ('suppressed', 31)
    """
    number = as_number(least=0, most=most)

    def coerce(cell: Any) -> Any:
        mark = MARKERS.get((as_text(cell) or "").upper())
        return number(cell) if mark is None else mark

    return coerce


_four_digits = as_code(r"\d{3,4}", "a field of study of four digits")
MOST = 10_000_000
COLUMNS = (
    SourceColumn("unit_id", ("unitid",), required(as_number(least=1, most=99_999_999))),
    SourceColumn("school", ("instnm",), required(as_text)),
    SourceColumn("code", ("cipcode",), required(as_field)),
    SourceColumn("title", ("cipdesc",), required(as_title)),
    SourceColumn("level", ("credlev",), required(as_level)),
    SourceColumn("completers", ("ipedscount2",), as_figure(MOST), side=True),
    SourceColumn("earnings_after_one_year", ("earn_mdn_1yr",), as_figure(MOST), side=True),
    SourceColumn("earnings_after_four_years", ("earn_mdn_4yr",), as_figure(MOST), side=True),
    SourceColumn("debt", ("debt_all_stgp_eval_mdn",), as_figure(MOST), side=True),
)


class ScorecardImporter(Importer):
    """Outcomes by school, field of study and level: the most recent cohorts."""

    name = "scorecard"
    source = {
        "slug": "college-scorecard",
        "publisher": "US Department of Education",
        "country": "US",
        "also_called": ["College Scorecard"],
        "title": "College Scorecard, field of study",
        "url": "https://collegescorecard.ed.gov/data/",
        "kind": "statistics",
        "licence": "public domain",
        "attribution": "US Department of Education, College Scorecard",
        "frequency": "several times a year",
    }
    tables = (OUTCOMES,)
    order = 120
    schedule = Schedule(months=12, since="published_on")

    def recognises(self, path: Path) -> bool:
        return bool(_FILE.fullmatch(path.name.lower()))

    def vintage(self, path: Path, label: str | None) -> Vintage:
        day = _day_in(label) if label else _day_of(path)
        if not day:
            return Vintage("most-recent-cohorts", "Most recent cohorts")
        return Vintage(day.isoformat(), f"{day:%B} {day.day}, {day.year}", published_on=day)

    def load(self, path: Path, staging: Staging) -> None:
        with open_rows(path, head=has_header(COLUMNS)) as rows:
            staging.take(rows, COLUMNS, lambda row: staging.add(OUTCOMES, _outcome(*row)))


def _day_in(label: str) -> date:
    found = _DAY.fullmatch(label.lower())
    if not found:
        raise ImportRefused(f"“{label}” is no release; give the day on which it came out, as in June 10, 2026.")
    month = _MONTHS.strip("()").split("|").index(found[1]) + 1
    return date(int(found[3]), month, int(found[2]))


def _day_of(path: Path) -> date | None:
    found = _FILE.fullmatch(path.name.lower())
    return date(int(found["year"]), int(found["month"]), int(found["day"])) if found and found["year"] else None


def _outcome(unit_id: int, school: str, code: str, title: str, level: str, *figures: Any) -> tuple:
    marks = {
        name: {(Mark.NOT_PUBLISHED if figure is None else figure).value: True}
        for name, figure in zip(FIGURES, figures, strict=True)
        if figure is None or isinstance(figure, Mark)
    }
    values = (None if isinstance(figure, Mark) else figure for figure in figures)
    return unit_id, school, code, title, level, *values, CURRENCY, json.dumps(marks)
