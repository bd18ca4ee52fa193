import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from careers.models import Crosswalk
from facts.models import Place, Source
from ingest.releases.columns import SourceColumn, has_header
from ingest.releases.extracts import Extract, extract_rows
from ingest.releases.importer import Importer, Schedule, Vintage
from ingest.releases.readers import files_in, open_rows, open_table
from ingest.releases.staging import Staging
from ingest.releases.table import Coverage, SourceTable
from salaries.importers.oews.cells import FIELDS, Cells
from salaries.importers.oews.columns import INDUSTRY, NAMES, columns_of
from salaries.importers.oews.places import Area, kind_of
from salaries.importers.oews.vintage import Month, check_same, month_of
from salaries.models import Wage

WAGES = SourceTable(
    model=Wage,
    fields=FIELDS,
    key=("occupation", "place", "industry"),
    part=("place", "industry"),
    codes="occupation__code",
    measured=True,
    covers=(Coverage("places", "place__code", within="place__kind", slack=10),),
)

_NAMED_SO = re.compile(
    r"(oes[mn]?\d\d(nat|st|ma|in4|all|bos)|(national|state|a?msa|bos|nat\dd|nat5d_6d|natsector|all_data|all_oes)_|oews)"
    r".*\.(csv|txt|xlsx?|zip|gz|xz)",
    re.IGNORECASE,
)
_EXTRACTED = [name for name in NAMES if name not in INDUSTRY]
ACROSS = "cross-industry"
_OF_AREAS = re.compile(r"a?msa_|bos_|oes[mn]?\d\d(ma|in4|bos)", re.IGNORECASE)
_NOTES = re.compile(r"descri|filler|updatetime|readme|definition", re.IGNORECASE)


class OewsImporter(Importer):
    """Occupational Employment and Wage Statistics from May 2003 on."""

    name = "oews"
    source = {
        "slug": "bls-oews",
        "publisher": "US Bureau of Labor Statistics",
        "country": "US",
        "also_called": ["BLS", "Bureau of Labor Statistics"],
        "title": "Occupational Employment and Wage Statistics",
        "url": "https://www.bls.gov/oes/",
        "kind": Source.Kind.STATISTICS,
        "licence": "public domain",
        "attribution": "US Bureau of Labor Statistics, Occupational Employment and Wage Statistics",
        "frequency": "yearly, for May",
    }
    tables = (WAGES,)
    extracts_every_release = True
    schedule = Schedule(months=23)  # May’s in April of the year after the next

    def recognises(self, path: Path) -> bool:
        return path.is_file() and bool(_NAMED_SO.fullmatch(path.name)) and not _NOTES.search(path.name)

    def vintage(self, path: Path, label: str | None) -> Vintage:
        return month_of(path, label).vintage

    def load(self, path: Path, staging: Staging) -> None:
        month = Month(staging.release.period_start.year, staging.release.period_start.month)
        cells = Cells(month, staging)
        columns = columns_of(month.year)
        with files_in(path, member=_is_data) as files:
            for file in files:
                check_same(month, [file.name], file=path.name)
                _load_table(file, month, columns, cells, staging)
        cells.settle()

    def has_extracts(self, path: Path) -> bool:
        return not _OF_AREAS.match(path.name)

    def extracts(self, path: Path) -> Iterator[Extract]:
        """Pay in the nation and its states, all industries together."""
        month = month_of(path, None)
        columns = columns_of(month.year)
        with open_rows(path, member=_is_data, sheet=_is_data, head=has_header(columns)) as rows:
            extract = extract_rows(rows, columns, _EXTRACTED, _is_wide)
            yield Extract(f"oews-{month.vintage.slug}.txt.xz", _by_occupation(extract))

    def splits(self, vanished: Collection[str], appeared: Collection[str]) -> list[str]:
        pairs = Crosswalk.objects.filter(from_occupation__code__in=vanished, to_occupation__code__in=appeared)
        codes = pairs.order_by("from_occupation__code", "to_occupation__code").values_list(
            "from_occupation__code", "to_occupation__code"
        )
        gone = ((code, [to for _, to in pairs]) for code, pairs in groupby(codes, key=lambda pair: pair[0]))
        return [f"{code} went to {', '.join(to)}" for code, to in gone]


def _load_table(file: Path, month: Month, columns: Sequence[SourceColumn], cells: Cells, staging: Staging) -> None:
    with open_table(file, sheet=_is_data, head=has_header(columns)) as rows:
        check_same(month, [rows.sheet], file=file.name)
        staging.take(rows, columns, lambda values: staging.add(WAGES, cells.row(values)))


def _by_occupation(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    # Rows of one occupation share a title and most of their digits: a file so sorted packs a fifth smaller.
    header = next(rows)
    code = [name.lower() for name in header].index("occ_code")
    yield header
    yield from sorted(rows, key=lambda row: row[code])


def _is_wide(cells: dict[str, str]) -> bool:
    if cells.get("i_group", ACROSS) != ACROSS:
        return False
    area = Area(cells.get("area", "").lstrip("0") or None, type=cells.get("area_type"))
    return kind_of(area) in (Place.Kind.COUNTRY, Place.Kind.STATE)


def _is_data(name: str) -> bool:
    return not _NOTES.search(name)
