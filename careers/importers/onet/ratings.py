from careers.importers.onet.cells import (
    count,
    decimal,
    element_code,
    given,
    month,
    onet_soc,
    scale_code,
    words,
    yes_or_no,
)
from careers.importers.onet.occupations import OnetOccupations
from careers.models import CategoryShare, Rating
from ingest.releases.cells import as_number, required
from ingest.releases.columns import SourceColumn
from ingest.releases.refusal import RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

SURVEYED = ("n", "standard_error", "lower", "upper", "recommend_suppress", "dated", "domain_source")
RATINGS = SourceTable(
    Rating,
    fields=("occupation", "element_code", "scale_code", "value", *SURVEYED, "not_relevant"),
    key=("occupation", "element_code", "scale_code"),
)
SHARES = SourceTable(
    CategoryShare,
    fields=("occupation", "element_code", "scale_code", "number", "percent", *SURVEYED),
    key=("occupation", "element_code", "scale_code", "number"),
)
COLUMNS = (
    SourceColumn("code", (r"o\*net-soc code",), onet_soc),
    SourceColumn("element", ("element id",), element_code),
    SourceColumn("scale", ("scale id",), scale_code),
    SourceColumn("category", ("category",), given(as_number(least=1, most=100)), required=False),
    SourceColumn("value", ("data value",), required(given(as_number(least=-100, most=100, places=2)))),
    SourceColumn("n", ("n",), count, required=False),
    SourceColumn("standard_error", ("standard error",), decimal, required=False),
    SourceColumn("lower", ("lower ci bound",), decimal, required=False),
    SourceColumn("upper", ("upper ci bound",), decimal, required=False),
    SourceColumn("recommend_suppress", ("recommend suppress",), yes_or_no, required=False),
    SourceColumn("dated", ("date",), month, required=False),
    SourceColumn("domain_source", ("domain source",), words, required=False),
    SourceColumn("not_relevant", ("not relevant",), yes_or_no, required=False),
)


def load_ratings(rows: Rows, occupations: OnetOccupations, staging: Staging) -> None:
    """Rows with a category are shares of answers."""

    def take(row: list) -> None:
        code, element, scale, category, value, *surveyed, domain_source, not_relevant = row
        cell = (occupations.key(code), element, scale)
        known = (value, *surveyed, domain_source or "")
        if category is None:
            staging.add(RATINGS, (*cell, *known, not_relevant))
        elif value < 0:
            raise RowRejected(f"{value} is no percentage")
        else:
            staging.add(SHARES, (*cell, category, *known))

    staging.take(rows, COLUMNS, take)
