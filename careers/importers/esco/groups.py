from careers.importers.occupations import OccupationStore
from careers.models import Occupation
from ingest.releases.cells import as_code, as_text, required
from ingest.releases.columns import SourceColumn
from ingest.releases.refusal import RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging

ISCO = Occupation.Scheme.ISCO_08.value
Level = Occupation.Level
LEVELS = (Level.MAJOR, Level.SUB_MAJOR, Level.MINOR, Level.UNIT)  # by how many digits the code has
COLUMNS = (
    SourceColumn("code", ("code",), required(as_code(r"\d{1,4}", "a code of ISCO"))),
    SourceColumn("title", ("preferredlabel",), required(as_text)),
    SourceColumn("description", ("description",)),
)


def load_groups(rows: Rows, occupations: OccupationStore, staging: Staging) -> None:
    """Wider groups come before their parts."""
    for number, (code, title, description) in sorted(staging.records(rows, COLUMNS), key=lambda record: record[1][0]):
        try:
            parent = occupations.find(ISCO, code[:-1])
            level = LEVELS[len(code) - 1].value
            occupations.take(ISCO, code, title=title, definition=description or "", level=level, parent=parent)
        except RowRejected as rejected:
            staging.report.reject(rows.name, number, str(rejected), kind=rejected.kind)
