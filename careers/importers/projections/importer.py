import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

from careers.importers.projections.classification import scheme_of
from careers.importers.projections.columns import LINE_ITEM, NO_FIGURE, columns_of
from careers.importers.projections.header import Window, window_in, window_of, with_one_header
from careers.models import Occupation, Outlook, TypicalEntry
from facts.marks import Mark
from ingest.releases.extracts import Extract, extract_rows
from ingest.releases.importer import Importer, Schedule, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.rows import Row, Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

THOUSAND = 1000
ALL_OCCUPATIONS = "00-0000"  # the one summary that is kept: the average that the publisher's words for growth are about
SHEETS = ("table 1.2", "table 1.7", "sheet1")
SOURCE = "bls-employment-projections"
_FIGURES = ("growth_percent", "openings_per_year", "employment_start", "employment_end", "employment_change")
_SAME_FOR_ALL = {
    "attributed_to": "",
    "group": "",
    "population": "",
    "rank": Outlook.Rank.NORMAL.value,
    "rank_reason": "",
    "note": "",
    "growth_words": "",
    "projected": True,
    "version": 1,
}

OUTLOOKS = SourceTable(
    Outlook,
    fields=(
        *("key", "source", "occupation", "locator", "as_printed", "start_year", "end_year", *_FIGURES, "marks"),
        *_SAME_FOR_ALL,
    ),
    key=("occupation",),
    unique="key",
    codes="occupation__code",
)
ENTRIES = SourceTable(
    TypicalEntry, fields=("occupation", "education", "experience", "training"), key=("occupation",), counted=False
)


class ProjectionsImporter(Importer):
    """Employment Projections by occupation: table 1.2, or 1.7 where that has the education too."""

    name = "projections"
    source = {
        "slug": SOURCE,
        "publisher": "US Bureau of Labor Statistics",
        "country": "US",
        "also_called": ["BLS", "U.S. Bureau of Labor Statistics"],
        "title": "Employment Projections",
        "url": "https://www.bls.gov/emp/",
        "kind": "statistics",
        "licence": "public domain",
        "attribution": "US Bureau of Labor Statistics, Employment Projections",
        "frequency": "yearly, for a window of ten years",
    }
    tables = (OUTLOOKS, ENTRIES)
    names_lead = False  # written without capitals
    order = 60
    schedule = Schedule(months=32, since="period_start")  # each September

    def recognises(self, path: Path) -> bool:
        return bool(
            re.fullmatch(r"(occupation|ep_table_10[27]|table[ _-]?1[._][27])\.(xlsx?|csv(\.gz)?)", path.name.lower())
        )

    def vintage(self, path: Path, label: str | None) -> Vintage:
        with _table(path) as rows:
            window = window_of(rows)
        if label and window_in(label) != window:
            raise ImportRefused(f"{path.name} is of {window.label}, not of {label}.")
        return Vintage(window.slug, window.label, date(window.start, 1, 1), date(window.end, 12, 31))

    def has_extracts(self, path: Path) -> bool:
        return True

    def extracts(self, path: Path) -> Iterator[Extract]:
        with _table(path) as rows:
            window = window_of(rows)
            file = f"projections-{window.slug}/table_{_table_number(rows)}.csv.gz"
        with _table(path) as rows:
            columns = columns_of(window)
            yield Extract(file, extract_rows(with_one_header(rows), columns, keep=lambda cells: bool(cells["code"])))

    def load(self, path: Path, staging: Staging) -> None:
        window = Window(staging.release.period_start.year, staging.release.period_end.year)
        with _table(path) as rows:
            table = _table_number(rows)
            staging.take(with_one_header(rows), columns_of(window), lambda row: _take(row, window, table, staging))


@contextmanager
def _table(path: Path) -> Iterator[Rows]:
    with open_rows(path, sheet=lambda name: name.strip().lower() in SHEETS, head=_has_education) as rows:
        yield rows


def _has_education(head: Sequence[Row]) -> bool:
    return any("typical education" in str(cell).lower() for row in head for cell in row)


def _table_number(rows: Rows) -> str:
    return "1.7" if re.search(r"1[._]?0?7", rows.sheet or rows.name) else "1.2"


def _take(row: list, window: Window, table: str, staging: Staging) -> None:
    title, code, kind, start, end, growth, openings, change, *entry = row
    if code is None:
        raise RowRejected("a note, no occupation")
    if kind != LINE_ITEM and code != ALL_OCCUPATIONS:
        raise RowRejected("a summary of other rows")
    occupation = _occupation(code, title, window, staging)
    figures = (growth, *map(_in_jobs, (openings, start, end, change)))
    staging.add(
        OUTLOOKS,
        (
            f"bls-ep-{window.slug}-{code}",
            (SOURCE,),
            occupation,
            f"Table {table}, row {code}",
            _printed(start, end, growth, openings, change),
            window.start,
            window.end,
            *[None if figure == NO_FIGURE else figure for figure in figures],
            _marks(figures),
            *_SAME_FOR_ALL.values(),
        ),
    )
    if any(entry):
        staging.add(ENTRIES, (occupation, *[words or "" for words in entry]))


def _occupation(code: str, title: str, window: Window, staging: Staging) -> tuple[str, str]:
    scheme = scheme_of(window)
    level = Occupation.Level.TOTAL if code == ALL_OCCUPATIONS else Occupation.Level.DETAILED
    staging.shared(Occupation).add(Occupation(scheme=scheme, code=code, title=title, level=level))
    return (scheme, code)


def _in_jobs(thousands: Decimal | str | None) -> Decimal | str | None:
    return thousands * THOUSAND if isinstance(thousands, Decimal) else thousands


def _printed(*cells: Decimal | str | None) -> str:
    return " | ".join(f"{cell:,}" if isinstance(cell, Decimal) else cell for cell in cells if cell is not None)


def _marks(figures: Iterable[Decimal | str | None]) -> str:
    missing = [name for name, figure in zip(_FIGURES, figures, strict=True) if figure == NO_FIGURE]
    return json.dumps({name: {Mark.NOT_PUBLISHED: True} for name in missing})
