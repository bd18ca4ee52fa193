"""A zip of CSV files and datapackage.json. https://specs.frictionlessdata.io/tabular-data-package/"""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from api.chunks import ROWS_AT_ONCE
from api.csv.columns import columns_of
from api.csv.table import csv_lines
from api.export.fields import field_of
from api.export.snapshot import snapshot
from api.export.tables import Table, tables
from api.serializers.fields import absolute
from facts.models import Edition

LICENCE = {
    "name": "MIT",
    "path": "https://opensource.org/license/mit",
    "title": "MIT, for our own words; a figure is its source’s, whose license stands in the table of sources",
}
EARLIEST = (1980, 1, 1, 0, 0, 0)
#: Columns that name a row of another table: prefix, table, and the columns there.
REFERENCES = (
    ("career", "careers", ("slug",)),
    ("source", "sources", ("slug",)),
    ("place", "places", ("code",)),
    ("industry", "industries", ("code",)),
    ("occupation", "occupations", ("scheme", "code")),
    ("skill", "skills", ("slug",)),
    ("related", "careers", ("slug",)),
)


class _Outlet:
    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self.pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """There is nothing behind it to write to."""

    def take(self) -> bytes:
        taken = b"".join(self.pieces)
        self.pieces.clear()
        return taken


def datapackage(edition: Edition | None, context: dict) -> Iterator[bytes]:
    outlet = _Outlet()
    with snapshot(), ZipFile(outlet, "w", ZIP_DEFLATED) as package:  # type: ignore[call-overload]
        described = json.dumps(descriptor(edition, context), indent=2, ensure_ascii=False)
        package.writestr(_member("datapackage.json", edition), described)
        for table in tables():
            lines = csv_lines(table.shown(context), table.rows().iterator(ROWS_AT_ONCE))
            with package.open(_member(_path(table), edition), "w", force_zip64=True) as file:
                for piece in _in_pieces(lines):
                    file.write(piece)
                    yield outlet.take()
    yield outlet.take()


def descriptor(edition: Edition | None, context: dict) -> dict:
    number = edition.number if edition else 0
    return {
        "profile": "tabular-data-package",
        "name": "rungs",
        "id": absolute(f"/changes/{number}/", context),
        "title": f"Rungs, edition {number}",
        "description": "Careers, what they pay, what they ask for and who says so. In CSV a text that begins with "
        "=, +, -, @ or a tab has an apostrophe before it, so that no spreadsheet runs it as a formula.",
        "homepage": absolute("/", context),
        "version": str(number),
        **({"created": edition.published_at.isoformat()} if edition else {}),
        "licenses": [LICENCE],
        "resources": [_resource(table, context) for table in tables()],
    }


def _resource(table: Table, context: dict) -> dict:
    columns = list(columns_of(table.shown(context)))
    schema = {
        "fields": [field_of(column) for column in columns],
        "primaryKey": list(table.key),
        "foreignKeys": list(_references({column.name for column in columns})),
    }
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": _path(table),
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _references(columns: set[str]) -> Iterator[dict]:
    for prefix, table, there in REFERENCES:
        here = [f"{prefix}_{name}" for name in there]
        if columns.issuperset(here):
            yield {"fields": here, "reference": {"resource": table, "fields": list(there)}}


def _member(path: str, edition: Edition | None) -> ZipInfo:
    """Uses the edition's date, so that an edition always gives the same zip."""
    made = ZipInfo(path, edition.published_at.timetuple()[:6] if edition else EARLIEST)
    made.compress_type, made.external_attr = ZIP_DEFLATED, 0o644 << 16
    return made


def _path(table: Table) -> str:
    return f"data/{table.name}.csv"


def _in_pieces(lines: Iterable[str]) -> Iterator[bytes]:
    lines = iter(lines)
    while piece := "".join(islice(lines, ROWS_AT_ONCE)):
        yield piece.encode()
