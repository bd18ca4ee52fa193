from careers.importers.onet.cells import element_code, number_from_one, scale_code, text, words
from careers.importers.onet.occupations import OnetOccupations
from careers.models import Element, ElementCategory, JobZone, Scale
from ingest.releases.cells import as_number
from ingest.releases.columns import SourceColumn
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

ELEMENTS = SourceTable(Element, fields=("code", "name", "description"), key=("code",))
ELEMENT_COLUMNS = (
    SourceColumn("code", ("element id",), element_code),
    SourceColumn("name", ("element name",), text),
    SourceColumn("description", ("description",), words, required=False),
)

SCALES = SourceTable(Scale, fields=("code", "name", "minimum", "maximum"), key=("code",))
SCALE_COLUMNS = (
    SourceColumn("code", ("scale id",), scale_code),
    SourceColumn("name", ("scale name",), text),
    SourceColumn("minimum", ("minimum",), as_number(least=-1000, most=1000)),
    SourceColumn("maximum", ("maximum",), as_number(least=-1000, most=1000)),
)

CATEGORIES = SourceTable(
    ElementCategory,
    fields=("element_code", "scale_code", "number", "description"),
    key=("element_code", "scale_code", "number"),
)
CATEGORY_COLUMNS = (
    SourceColumn("element", ("element id",), element_code),
    SourceColumn("scale", ("scale id",), scale_code),
    SourceColumn("number", ("category",), number_from_one),
    SourceColumn("description", ("category description",), text),
)

ZONES = SourceTable(
    JobZone,
    fields=("number", "name", "experience", "education", "training", "examples", "svp_range"),
    key=("number",),
)
ZONE_COLUMNS = (
    SourceColumn("number", ("job zone",), number_from_one),
    SourceColumn("name", ("name",), text),
    SourceColumn("experience", ("experience",), words, required=False),
    SourceColumn("education", ("education",), words, required=False),
    SourceColumn("training", ("job training",), words, required=False),
    SourceColumn("examples", ("examples",), words, required=False),
    SourceColumn("svp_range", ("svp range",), words),
)


def load_elements(rows: Rows, occupations: OnetOccupations, staging: Staging) -> None:
    staging.take(rows, ELEMENT_COLUMNS, lambda row: staging.add(ELEMENTS, _without_gaps(row)))


def load_scales(rows: Rows, occupations: OnetOccupations, staging: Staging) -> None:
    staging.take(rows, SCALE_COLUMNS, lambda row: staging.add(SCALES, tuple(row)))


def load_categories(rows: Rows, occupations: OnetOccupations, staging: Staging) -> None:
    staging.take(rows, CATEGORY_COLUMNS, lambda row: staging.add(CATEGORIES, tuple(row)))


def load_zones(rows: Rows, occupations: OnetOccupations, staging: Staging) -> None:
    staging.take(rows, ZONE_COLUMNS, lambda row: staging.add(ZONES, _without_gaps(row)))


def _without_gaps(row: list) -> tuple:
    """Empty text for the columns that an extract leaves out."""
    return tuple("" if cell is None else cell for cell in row)
