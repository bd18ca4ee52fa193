import json
import re
from datetime import date
from pathlib import Path

from careers.models import Occupation
from careers.schemes import ClassificationScheme
from facts.models import Industry, Place
from ingest.releases.cells import as_code, as_number, as_text, required
from ingest.releases.columns import SourceColumn, has_header
from ingest.releases.importer import Importer, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable
from salaries.models import Wage

SCHEME = ClassificationScheme("fco-2020", "FCO 2020", country="FD", unit_of_record=True)
NATION, CURRENCY = "FD", "CHF"
WAGES = SourceTable(
    Wage,
    fields=("occupation", "place", "industry", "currency", "employment", "weekly_median", "weekly_mean", "marks"),
    key=("occupation", "place", "industry"),
    codes="occupation__code",
)
COLUMNS = (
    SourceColumn("code", ("beruf",), required(as_code(r"\d{4}", "a code of the FCO"))),
    SourceColumn("title", ("bezeichnung",), required(as_text)),
    SourceColumn("jobs", ("stellen",), as_number(least=0)),
    SourceColumn("median", ("wochenlohn median",), as_number(least=1, places=2)),
    SourceColumn("mean", ("wochenlohn mittel",), as_number(least=1, places=2)),
)


class FreedoniaImporter(Importer):
    name = "freedonia"
    source = {
        "slug": "freedonia-wages",
        "publisher": "Statistics Freedonia",
        "country": NATION,
        "title": "Weekly Wages",
        "kind": "statistics",
        "licence": "public domain",
    }
    tables = (WAGES,)

    def recognises(self, path: Path) -> bool:
        return path.name.startswith("wochenlohn")

    def vintage(self, path: Path, label: str | None) -> Vintage:
        year = int(re.search(r"\d{4}", path.name)[0])
        return Vintage(str(year), str(year), date(year, 1, 1), date(year, 12, 31))

    def load(self, path: Path, staging: Staging) -> None:
        staging.shared(Place).add(Place(code=NATION, name="Freedonia", kind=Place.Kind.COUNTRY))
        staging.shared(Industry).add(Industry(code=Industry.ALL, name="All industries"))
        with open_rows(path, head=has_header(COLUMNS)) as rows:
            staging.take(rows, COLUMNS, lambda row: self._take(row, staging))

    def _take(self, row: list, staging: Staging) -> None:
        code, title, *figures = row
        staging.shared(Occupation).add(Occupation(scheme=SCHEME.slug, code=code, title=title))
        staging.add(
            WAGES,
            ((SCHEME.slug, code), (NATION,), (Industry.ALL,), CURRENCY, *figures, json.dumps({})),
        )
