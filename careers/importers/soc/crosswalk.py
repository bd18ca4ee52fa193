import re
from typing import Any

from careers.importers.soc.structure import as_soc
from careers.models import Crosswalk, Occupation
from ingest.releases.cells import as_text
from ingest.releases.columns import SourceColumn
from ingest.releases.refusal import RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

SOURCE = "soc"
_IN_PART = re.compile(r"\s*\(#+\)$")

PAIRS = SourceTable(
    Crosswalk,
    fields=("key", "source", "locator", "from_occupation", "to_occupation", "version"),
    key=("from_occupation", "to_occupation"),
    unique="key",
)


def as_title(cell: Any) -> str | None:
    """Without the mark for several sources or targets.

    >>> as_title("Database Administrators (#)")
    'Database Administrators'
    """
    text = as_text(cell)
    return _IN_PART.sub("", text) if text else None


def columns_of(older: int, newer: int) -> tuple[SourceColumn, ...]:
    return (
        SourceColumn("from_code", (f"{older} soc code",), as_soc),
        SourceColumn("from_title", (f"{older} soc title",), as_title),
        SourceColumn("to_code", (f"{newer} soc code",), as_soc),
        SourceColumn("to_title", (f"{newer} soc title",), as_title),
    )


def load_crosswalk(rows: Rows, older: int, newer: int, staging: Staging) -> None:
    staging.take(rows, columns_of(older, newer), lambda row: _take(row, older, newer, staging))


def _take(row: list, older: int, newer: int, staging: Staging) -> None:
    from_code, from_title, to_code, to_title = row
    if not all(row):
        raise RowRejected("a note, or not two occupations")
    staging.add(
        PAIRS,
        (
            f"soc-{older}-{from_code}-to-{newer}-{to_code}",
            (SOURCE,),
            f"Crosswalk of {older} to {newer} SOC, sorted by {older}: {from_code}, {to_code}",
            _occupation(older, from_code, from_title, staging),
            _occupation(newer, to_code, to_title, staging),
            1,
        ),
    )


def _occupation(year: int, code: str, title: str, staging: Staging) -> tuple[str, str]:
    key = (f"soc-{year}", code)
    staging.shared(Occupation).add(Occupation(scheme=key[0], code=code, title=title))
    return key
