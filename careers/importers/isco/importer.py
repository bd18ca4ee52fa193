import re
from pathlib import Path

from careers.importers.occupations import OccupationStore
from careers.models import Correspondence, Occupation
from ingest.releases.cells import as_code, as_text
from ingest.releases.columns import SourceColumn, has_header
from ingest.releases.importer import Importer, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

SOC, ISCO = Occupation.Scheme.SOC_2010.value, Occupation.Scheme.ISCO_08.value
PAIRS = SourceTable(Correspondence, fields=("occupation", "counterpart", "in_part"), key=("occupation", "counterpart"))
LABEL = "SOC 2010 and ISCO-08"
_as_soc = as_code(r"\d\d-\d{4}", "a SOC code")
_as_isco = as_code(r"\d{1,4}", "a code of ISCO")


def as_unit_group(cell: object) -> str | None:
    """Four digits; spreadsheets drop the leading zeros of armed forces groups.

    >>> as_unit_group(110.0), as_unit_group("2221")
    ('0110', '2221')
    """
    code = _as_isco(cell)
    return code.zfill(4) if code else None


COLUMNS = (
    SourceColumn("soc", ("2010 soc code", "soc10"), _as_soc),
    SourceColumn("isco", ("isco-08 code", "isco08"), as_unit_group),
    SourceColumn("soc_title", ("2010 soc title",), required=False),
    SourceColumn("isco_title", ("isco-08 title en",), required=False),
    SourceColumn("part", ("part",), required=False),
)


class IscoImporter(Importer):
    name = "isco"
    source = {
        "slug": "bls-isco-soc",
        "publisher": "US Bureau of Labor Statistics",
        "country": "US",
        "also_called": ["BLS", "U.S. Bureau of Labor Statistics"],
        "title": "ISCO-08 to SOC 2010 crosswalk",
        "url": "https://www.bls.gov/soc/soccrosswalks.htm",
        "kind": "classification",
        "licence": "public domain",
        "attribution": "US Bureau of Labor Statistics, ISCO-08 to SOC 2010 crosswalk",
        "frequency": "once",
    }
    tables = (PAIRS,)
    order = 35
    named = r"isco_soc_crosswalk\.(xlsx?|csv)"

    def recognises(self, path: Path) -> bool:
        return bool(re.fullmatch(self.named, path.name.lower()))

    def vintage(self, path: Path, label: str | None) -> Vintage:
        if label and label != LABEL:
            raise ImportRefused(f"{path.name} is of {LABEL}, not of {label}.")
        return Vintage("soc-2010-isco-08", LABEL)

    def load(self, path: Path, staging: Staging) -> None:
        occupations = OccupationStore(staging)
        with open_rows(path, head=has_header(COLUMNS)) as rows:
            staging.take(rows, COLUMNS, lambda row: _take(row, occupations, staging))


class IbsIscoImporter(IscoImporter):
    """The crosswalk of the Institute for Structural Research, by codes alone."""

    name = "isco-ibs"
    source = {
        "slug": "ibs-isco-soc",
        "publisher": "Institute for Structural Research",
        "also_called": ["IBS", "Instytut Badań Strukturalnych"],
        "title": "SOC 2010 to ISCO-08 crosswalk",
        "url": "https://ibs.org.pl/en/resources/occupation-classifications-crosswalks-from-onet-soc-to-isco/",
        "kind": "classification",
        "licence": "cite the institute",
        "attribution": "Institute for Structural Research, Warsaw, SOC 2010 to ISCO-08 crosswalk",
        "frequency": "once",
    }
    order = 36
    named = r"soc10_isco08\.csv"


def _take(row: list, occupations: OccupationStore, staging: Staging) -> None:
    soc, isco, soc_title, isco_title, part = row
    if not (soc and isco):
        raise RowRejected("a note, or not two occupations")
    pair = (_key(SOC, soc, soc_title, occupations), _key(ISCO, isco, isco_title, occupations))
    staging.add(PAIRS, (*pair, None if part is None else bool(as_text(part))))


def _key(scheme: str, code: str, title: str | None, occupations: OccupationStore) -> tuple[str, str]:
    if occupations.find(scheme, code) is None and not title:
        raise RowRejected(f"there is no {code} here", kind="an occupation that is not here: import its classification")
    return occupations.need(scheme, code, title=title)
