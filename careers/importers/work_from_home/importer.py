from datetime import date
from pathlib import Path

from careers.importers.coded import CodedOccupations, as_onet_soc
from careers.models import WorkFromHome
from ingest.releases.cells import as_number, as_text, required
from ingest.releases.columns import SourceColumn
from ingest.releases.importer import Importer, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

YEAR = "2020"
FILE = "occupations_workathome.csv"
ROWS = SourceTable(
    WorkFromHome, fields=("occupation", "value", "as_printed"), key=("occupation",), codes="occupation__code"
)
COLUMNS = (
    SourceColumn("code", ("onetsoccode",), as_onet_soc),
    SourceColumn("title", ("title",), required(as_text)),
    SourceColumn("teleworkable", ("teleworkable",), required(as_number(least=0, most=1, places=6))),
)


class WorkFromHomeImporter(Importer):
    """The study's file of occupations: whether the work of each can be done at home."""

    name = "work-from-home"
    source = {
        "slug": WorkFromHome.SOURCE,
        "publisher": WorkFromHome.AUTHORS,
        "title": "How many jobs can be done at home?",
        "url": "https://github.com/jdingel/DingelNeiman-workathome",
        "kind": "research",
        "licence": "figures with citation; the authors’ programs are under the GPL",
        "attribution": "Dingel and Neiman (2020), How many jobs can be done at home? "
        "Journal of Public Economics 189, 104235.",
        "frequency": "once",
    }
    tables = (ROWS,)
    order = 66

    def recognises(self, path: Path) -> bool:
        """By the authors' file name."""
        return path.name.lower() == FILE

    def vintage(self, path: Path, label: str | None) -> Vintage:
        """The year of the paper; `label` must agree."""
        if label and label != YEAR:
            raise ImportRefused(f"{path.name} is of {YEAR}, not of {label}.")
        return Vintage(YEAR, YEAR, date(int(YEAR), 1, 1), date(int(YEAR), 12, 31))

    def load(self, path: Path, staging: Staging) -> None:
        occupations = CodedOccupations(staging, WorkFromHome.SCHEME)
        with open_rows(path) as rows:
            staging.take(
                rows,
                COLUMNS,
                lambda row: staging.add(ROWS, (occupations.key(row[0], row[1]), row[2], f"{row[2]:f}")),
            )
