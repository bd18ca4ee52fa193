from careers.importers.soc.structure import as_soc
from careers.models import Occupation, OccupationTitle
from ingest.releases.columns import SourceColumn
from ingest.releases.refusal import RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

TITLES = SourceTable(
    OccupationTitle,
    fields=("occupation", "kind", "title", "short_title", "origins"),
    key=("occupation", "kind", "title"),
)
COLUMNS = (
    SourceColumn("code", (r"20\d\d soc code",), as_soc),
    SourceColumn("occupation", (r"20\d\d soc title",)),
    SourceColumn("title", (r"20\d\d soc direct match title",)),
)


def load_titles(rows: Rows, scheme: str, staging: Staging) -> None:
    occupations = staging.shared(Occupation)

    def take(row: list) -> None:
        code, occupation, title = row
        if not all(row):
            raise RowRejected("a note, no title")
        occupations.add(Occupation(scheme=scheme, code=code, title=occupation))
        staging.add(TITLES, ((scheme, code), OccupationTitle.Kind.ALTERNATE.value, title, "", ""))

    staging.take(rows, COLUMNS, take)
