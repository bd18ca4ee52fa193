import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from careers.models import Occupation
from education.models import Programme, ProgrammeOccupation
from ingest.releases.cells import as_code, as_text, required
from ingest.releases.columns import SourceColumn, has_header
from ingest.releases.extracts import Extract, extract_rows
from ingest.releases.importer import Importer, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

PROGRAMMES = SourceTable(Programme, fields=("code", "title"), key=("code",))
TIES = SourceTable(
    ProgrammeOccupation, fields=("code", "title", "occupation"), key=("code", "occupation"), counted=True
)
NO_OCCUPATION = "99-9999"
GONE = {"deleted", "moved to"}
_CODES = re.compile(r"cipcode(20\d\d)\.csv(\.gz)?")
_CROSSWALK = re.compile(r"cip(20\d\d)_soc(20\d\d)_crosswalk\.(csv(\.gz)?|xlsx?)")
_as_code = as_code(r"\d\d(\.\d\d(\d\d)?)?", "a code of the classification")


def as_cip(cell: Any) -> str | None:
    """Without the sign and quotes that make spreadsheets treat it as text.

    >>> as_cip('="51.0707"')
    '51.0707'
    """
    text = as_text(cell)
    return _as_code(text.lstrip("=").strip('"')) if text else None


def as_title(cell: Any) -> str | None:
    """Without the publisher's final period.

    >>> as_title("Health Unit Manager/Ward Supervisor.")
    'Health Unit Manager/Ward Supervisor'
    """
    text = as_text(cell)
    return text.removesuffix(".") if text else None


CODES = (
    SourceColumn("code", ("cipcode",), required(as_cip)),
    SourceColumn("title", ("ciptitle",), required(as_title)),
    SourceColumn("action", ("action",)),
)
PAIRS = (
    SourceColumn("code", (r"cip20\d\dcode",), required(as_cip)),
    SourceColumn("title", (r"cip20\d\dtitle",), required(as_title)),
    SourceColumn("soc_code", (r"soc20\d\dcode",), required(as_code(r"\d\d-\d{4}", "a SOC code"))),
    SourceColumn("soc_title", (r"soc20\d\dtitle",), required(as_title)),
)


class CipImporter(Importer):
    """Fields of study, and the occupations that each prepares for."""

    name = "cip"
    source = {
        "slug": "nces-cip",
        "publisher": "US National Center for Education Statistics",
        "country": "US",
        "also_called": ["NCES"],
        "title": "Classification of Instructional Programs",
        "url": "https://nces.ed.gov/ipeds/cipcode/",
        "kind": "classification",
        "licence": "public domain",
        "attribution": "US National Center for Education Statistics, Classification of Instructional Programs",
        "frequency": "every ten years",
    }
    tables = (PROGRAMMES, TIES)
    order = 40
    extracts_every_release = True

    def recognises(self, path: Path) -> bool:
        name = path.name.lower()
        return bool(_CODES.fullmatch(name) or _CROSSWALK.fullmatch(name))

    def vintage(self, path: Path, label: str | None) -> Vintage:
        name = path.name.lower()
        if found := _CODES.fullmatch(name):
            version = found[1]
        elif found := _CROSSWALK.fullmatch(name):
            version = f"{found[1]} to SOC {found[2]}"
        else:
            raise ImportRefused(f"{path.name} is not named as the publisher names its tables: CIPCode2020.csv.")
        if label and label.lower() != version.lower():
            raise ImportRefused(f"{path.name} is of {version}, not of {label}.")
        return Vintage(version.lower().replace(" ", "-"), version)

    def has_extracts(self, path: Path) -> bool:
        return bool(_CROSSWALK.fullmatch(path.name.lower()))

    def extracts(self, path: Path) -> Iterator[Extract]:
        with open_rows(path, head=has_header(PAIRS)) as rows:
            yield Extract(f"{path.name.partition('.')[0]}.csv.gz", extract_rows(rows, PAIRS))

    def load(self, path: Path, staging: Staging) -> None:
        is_codes = bool(_CODES.fullmatch(path.name.lower()))
        columns, take = (CODES, _take_code) if is_codes else (PAIRS, _take_pair)
        with open_rows(path, head=has_header(columns)) as rows:
            staging.take(rows, columns, lambda row: take(row, staging))


def _take_code(row: list, staging: Staging) -> None:
    code, title, action = row
    if (action or "").lower() in GONE:
        raise RowRejected("a code that this version has given up")
    staging.add(PROGRAMMES, (code, title))


def _take_pair(row: list, staging: Staging) -> None:
    code, title, soc_code, soc_title = row
    if soc_code == NO_OCCUPATION:
        raise RowRejected("tied to no occupation")
    key = (Occupation.Scheme.SOC_2018.value, soc_code)
    staging.shared(Occupation).add(Occupation(scheme=key[0], code=soc_code, title=soc_title))
    staging.add(TIES, (code, title, key))
