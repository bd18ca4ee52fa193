"""Importers of AI exposure: wide tables with a column for each measure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from careers.exposure_studies import ExposureMeasure, ExposureStudy
from careers.importers.coded import CodedOccupations, code_reader
from careers.importers.occupations import Key
from careers.models import Exposure, Occupation
from careers.models.record.exposure import PLACES
from facts.ranks import percentiles
from ingest.releases.cells import as_number, as_text, required
from ingest.releases.columns import SourceColumn, SourceColumns
from ingest.releases.extracts import Extract, extract_rows
from ingest.releases.importer import Importer, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable
from ingest.releases.unpivoted import Unpivoted

EXPOSURES = SourceTable(
    Exposure,
    fields=("occupation", "measure", "variant", "value", "as_printed", "percentile"),
    key=("occupation", "measure", "variant"),
    part=("measure", "variant"),
    codes="occupation__code",
)
STEP = Decimal(1).scaleb(-PLACES)
DIGITS = 20  # after the point, as programs print binary fractions

TITLE = SourceColumn("title", (r"title", r"occupation title"), required(as_text))
VALUE = required(as_number(places=DIGITS))


class ExposureImporter(Importer):
    """`files` maps file names to releases, `columns` to measures; `scheme` classifies the occupations.

    `extracted` are the files whose figures come with Rungs, where the license allows.
    """

    study: ExposureStudy
    scheme: Occupation.Scheme
    files: Mapping[str, str]
    columns: Mapping[str, ExposureMeasure]
    sheets: frozenset[str] = frozenset()
    extracted: frozenset[str] = frozenset()
    tables = (EXPOSURES,)
    order = 65

    def recognises(self, path: Path) -> bool:
        """By the authors' file name."""
        return _file(path) in self.files

    def vintage(self, path: Path, label: str | None) -> Vintage:
        """The year of the paper; `label` must agree."""
        year = self.files.get(_file(path))
        if year is None:
            raise ImportRefused(f"{path.name} is none of the study’s files: {', '.join(self.files)}.")
        if label and label != year:
            raise ImportRefused(f"{path.name} is of {year}, not of {label}.")
        return Vintage(year, year, date(int(year), 1, 1), date(int(year), 12, 31), series=year)

    def load(self, path: Path, staging: Staging) -> None:
        """Ranks are added after all values are read."""
        ratings = Ratings(self.columns, CodedOccupations(staging, self.scheme))
        beside = self._beside
        with self._table(path) as rows:
            header = SourceColumns(rows, beside).header
            cells = Unpivoted(rows, header, kept=len(beside), names=("Measure", "Value"))
            columns = (*beside, SourceColumn("measure", ("measure",)), SourceColumn("value", ("value",), VALUE))
            staging.take(cells, columns, ratings.take)
        for row in ratings.rows():
            staging.add(EXPOSURES, row)

    def has_extracts(self, path: Path) -> bool:
        return _file(path) in self.extracted

    def extracts(self, path: Path) -> Iterator[Extract]:
        measures = (SourceColumn(name, (re.escape(name),), required=False) for name in self.columns)
        with self._table(path) as rows:
            yield Extract(f"{self.name}/{_file(path)}.gz", extract_rows(rows, (*self._beside, *measures)))

    @property
    def _beside(self) -> tuple[SourceColumn, ...]:
        """The columns beside those of measures."""
        return SourceColumn("code", (r"o\*net-soc code", r"soc code"), code_reader(self.scheme)), TITLE

    @contextmanager
    def _table(self, path: Path) -> Iterator[Rows]:
        with open_rows(path, sheet=lambda name: name.strip() in self.sheets) as rows:
            yield rows


def _file(path: Path) -> str:
    """The authors' name of a file, packed or not."""
    return path.name.lower().removesuffix(".gz")


class Ratings:
    def __init__(self, columns: Mapping[str, ExposureMeasure], occupations: CodedOccupations):
        self._columns = {name.lower(): measure for name, measure in columns.items()}
        self._occupations = occupations
        self._values: dict[ExposureMeasure, dict[Key, Decimal]] = defaultdict(dict)

    def take(self, row: list[Any]) -> None:
        """Raises RowRejected for an unknown measure or a value off its scale."""
        code, title, name, value = row
        measure = self._columns.get(name.lower())
        if measure is None:
            raise RowRejected(f"{name} is no measure that is read", kind="no measure that is read")
        if not measure.least <= value <= measure.most:
            raise RowRejected(f"{value} is not from {measure.least} to {measure.most}", kind="a value off the scale")
        occupation = self._occupations.key(code, title)
        if occupation in self._values[measure]:
            raise RowRejected(f"a second {name} of {code}", kind="a second value of the same")
        self._values[measure][occupation] = value

    def rows(self) -> Iterator[tuple]:
        for measure, found in self._values.items():
            compared = [value.quantize(STEP) for value in found.values()]
            places = zip(found.items(), compared, percentiles(compared), strict=True)
            for (occupation, printed), value, percentile in places:
                yield (occupation, *measure.key, value, f"{printed:f}", percentile)
