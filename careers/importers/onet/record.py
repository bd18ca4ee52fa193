"""What comes with Rungs of a release of O*NET: figures and names, no sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careers.importers.folder import ReleaseFolder
from careers.importers.onet.occupations import COLUMNS as OCCUPATION_COLUMNS
from careers.importers.onet.placements import IN_ZONE_COLUMNS, RELATED_COLUMNS
from careers.importers.onet.ratings import COLUMNS as RATING_COLUMNS
from careers.importers.onet.references import CATEGORY_COLUMNS, ELEMENT_COLUMNS, SCALE_COLUMNS, ZONE_COLUMNS
from careers.importers.onet.tables import names_in
from careers.importers.onet.titles import ALTERNATE
from careers.importers.onet.tools import COLUMNS as TOOL_COLUMNS
from ingest.releases.columns import SourceColumn
from ingest.releases.extracts import Extract, KeepTest, extract_rows
from ingest.releases.importer import Vintage

REQUIRED_EDUCATION = "RL"
RATED = ("code", "dated", "domain_source", "recommend_suppress", "not_relevant", "element", "scale", "value")
"""In an order that packs well: what rows have in common stands together."""


def _is_required_education(cells: dict[str, str]) -> bool:
    return cells["scale"] == REQUIRED_EDUCATION


@dataclass(frozen=True, slots=True)
class RecordTable:
    table: str
    columns: Sequence[SourceColumn]
    names: Sequence[str] = ()
    keep: KeepTest | None = None


RECORD = (
    RecordTable("occupation data", OCCUPATION_COLUMNS, ("code", "title")),
    RecordTable("content model reference", ELEMENT_COLUMNS, ("code", "name")),
    RecordTable("scales reference", SCALE_COLUMNS),
    RecordTable("education, training, and experience categories", CATEGORY_COLUMNS, keep=_is_required_education),
    RecordTable("job zone reference", ZONE_COLUMNS, ("number", "name", "svp_range")),
    RecordTable("job zones", IN_ZONE_COLUMNS),
    RecordTable("alternate titles", ALTERNATE, ("code", "title", "short_title")),
    RecordTable("technology skills", TOOL_COLUMNS),
    RecordTable("related occupations", RELATED_COLUMNS),
    RecordTable("skills", RATING_COLUMNS, RATED),
    RecordTable("knowledge", RATING_COLUMNS, RATED),
    RecordTable("work styles", RATING_COLUMNS, RATED),
    RecordTable("interests", RATING_COLUMNS, RATED),
    RecordTable(
        "education, training, and experience",
        RATING_COLUMNS,
        ("code", "dated", "domain_source", "recommend_suppress", "n", "element", "scale", "category", "value"),
        keep=_is_required_education,
    ),
)


def is_whole(folder: ReleaseFolder) -> bool:
    """Whether no table is missing of those that come with Rungs."""
    return all(names_in(folder, part.table) for part in RECORD)


def extracts_of(folder: ReleaseFolder, vintage: Vintage) -> Iterator[Extract]:
    home = f"onet-{vintage.slug}"
    yield Extract(f"{home}/read me.txt", [[f"O*NET {vintage.label} Database"], *_read_me(vintage)])
    for part in RECORD:
        for table in names_in(folder, part.table):
            with folder.open(table) as rows:
                yield Extract(f"{home}/{table}.txt.xz", extract_rows(rows, part.columns, part.names, part.keep))


def _read_me(vintage: Vintage) -> Iterator[list[str]]:
    if vintage.period_start:
        yield [f"{vintage.period_start:%B %Y} Release"]
    yield [vintage.attribution]
    yield ["These are some of its tables and columns, without descriptions and tasks."]
