from careers.importers.onet.cells import onet_soc, text, words
from careers.importers.onet.occupations import OnetOccupations
from careers.models import OccupationTitle
from ingest.releases.columns import SourceColumn
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

TITLES = SourceTable(
    OccupationTitle,
    fields=("occupation", "kind", "title", "short_title", "origins"),
    key=("occupation", "kind", "title"),
    codes="occupation__code",
)
ALTERNATE = (
    SourceColumn("code", (r"o\*net-soc code",), onet_soc),
    SourceColumn("title", ("alternate title", "job title"), text),
    SourceColumn("short_title", ("short title",), words, required=False),
    SourceColumn("origins", (r"source\(s\)",), words, required=False),
)
REPORTED = (
    SourceColumn("code", (r"o\*net-soc code",), onet_soc),
    SourceColumn("title", ("reported job title",), text),
)


def load_alternate(rows: Rows, occupations: OnetOccupations, staging: Staging) -> None:
    kind = OccupationTitle.Kind.ALTERNATE.value
    staging.take(
        rows,
        ALTERNATE,
        lambda row: staging.add(TITLES, (occupations.key(row[0]), kind, row[1], row[2] or "", row[3] or "")),
    )


def load_reported(rows: Rows, occupations: OnetOccupations, staging: Staging) -> None:
    kind = OccupationTitle.Kind.REPORTED.value
    staging.take(rows, REPORTED, lambda row: staging.add(TITLES, (occupations.key(row[0]), kind, row[1], "", "")))
