"""What is in a file, by https://specs.frictionlessdata.io."""

from collections.abc import Iterator

from django.conf import settings

from api.export.batches import TableReader
from facts.addresses import address_of
from facts.models import Edition

LICENSE = {
    "name": "MIT",
    "path": "https://opensource.org/license/mit",
    "title": "MIT, for our own words; a figure is its source’s, whose license stands in the table of sources",
}
GUARD = (
    "In CSV a text that begins with =, +, -, @ or a tab has an apostrophe before it, so that no spreadsheet runs it "
    "as a formula."
)
MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
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


def package(edition: Edition | None, resources: list[dict], *, profile: str = "tabular-data-package") -> dict:
    number = edition.number if edition else 0
    return {
        "profile": profile,
        "name": "rungs",
        "id": absolute(address_of("edition", number)),
        "title": f"Rungs, edition {number}",
        "description": f"Careers, what they pay, what they ask for and who says so. {GUARD}",
        "homepage": absolute("/"),
        "version": str(number),
        **({"created": edition.published_at.isoformat()} if edition else {}),
        "licenses": [LICENSE],
        "resources": resources,
    }


def table_resource(reader: TableReader, path: str, form: str) -> dict:
    schema = {
        "fields": [column.field for column in reader.columns],
        **({"primaryKey": list(reader.table.key)} if reader.table.key else {}),
        "foreignKeys": list(references({column.name for column in reader.columns})),
    }
    tabular = {"profile": "tabular-data-resource", "encoding": "utf-8"} if form == "csv" else {}
    return {
        "name": reader.table.name,
        "path": path,
        "description": reader.table.description,
        "format": form,
        "mediatype": MEDIA_TYPES[form],
        **tabular,
        "schema": schema,
    }


def references(columns: set[str]) -> Iterator[dict]:
    for prefix, table, there in REFERENCES:
        here = [f"{prefix}_{name}" for name in there]
        if columns.issuperset(here):
            yield {"fields": here, "reference": {"resource": table, "fields": list(there)}}


def absolute(path: str) -> str:
    """Files are made once for all hosts, so their addresses are those of the site's own."""
    return settings.SITE_URL.rstrip("/") + path
