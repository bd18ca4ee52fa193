from careers.importers.onet.cells import commodity_code, onet_soc, text, yes_or_no
from careers.importers.onet.occupations import Loader, OnetOccupations
from careers.models import OccupationTool
from ingest.releases.columns import SourceColumn
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

Kind = OccupationTool.Kind
TOOLS = SourceTable(
    OccupationTool,
    fields=("occupation", "kind", "name", "commodity_code", "commodity", "hot", "in_demand"),
    key=("occupation", "kind", "name", "commodity_code"),
)
COLUMNS = (
    SourceColumn("code", (r"o\*net-soc code",), onet_soc),
    SourceColumn("name", ("example", "workplace example"), text),
    SourceColumn("commodity_code", ("commodity code", "element id"), commodity_code),
    SourceColumn("commodity", ("commodity title", "element name"), text),
    SourceColumn("hot", ("hot technology",), yes_or_no, required=False),
    SourceColumn("in_demand", ("in demand",), yes_or_no, required=False),
)


def loader_of(kind: Kind) -> Loader:

    def load(rows: Rows, occupations: OnetOccupations, staging: Staging) -> None:
        def take(row: list) -> None:
            code, name, commodity_code, commodity, hot, in_demand = row
            cell = (occupations.key(code), kind.value, name, commodity_code)
            staging.add(TOOLS, (*cell, commodity, bool(hot), bool(in_demand)))

        staging.take(rows, COLUMNS, take)

    return load


load_technology = loader_of(Kind.TECHNOLOGY)
load_tools = loader_of(Kind.TOOL)
