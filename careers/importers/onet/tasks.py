from careers.importers.onet.cells import count, given, month, number_from_one, onet_soc, text, words
from careers.importers.onet.occupations import OnetOccupations
from careers.models import Task
from ingest.releases.cells import one_of
from ingest.releases.columns import SourceColumn
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

TASKS = SourceTable(
    Task,
    fields=("occupation", "number", "statement", "kind", "n", "dated", "domain_source"),
    key=("occupation", "number"),
)
KINDS = {kind.label: kind.value for kind in Task.Kind}
COLUMNS = (
    SourceColumn("code", (r"o\*net-soc code",), onet_soc),
    SourceColumn("number", ("task id",), number_from_one),
    SourceColumn("statement", ("task",), text),
    SourceColumn("kind", ("task type",), given(one_of(KINDS, "core or supplemental")), required=False),
    SourceColumn("n", ("incumbents responding",), count, required=False),
    SourceColumn("dated", ("date",), month, required=False),
    SourceColumn("domain_source", ("domain source",), words, required=False),
)


def load_tasks(rows: Rows, occupations: OnetOccupations, staging: Staging) -> None:

    def take(row: list) -> None:
        code, number, statement, kind, n, dated, domain_source = row
        staging.add(TASKS, (occupations.key(code), number, statement, kind or "", n, dated, domain_source or ""))

    staging.take(rows, COLUMNS, take)
