import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from careers.importers.projections.classification import scheme_of
from careers.importers.projections.header import Window, window_in, window_of
from careers.models import Element, Occupation, Rating, Scale
from ingest.releases.cells import as_code, as_number, as_text
from ingest.releases.columns import SourceColumn, SourceColumns
from ingest.releases.importer import Importer, Schedule, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused, RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable
from ingest.releases.unpivoted import Unpivoted

ALL_OCCUPATIONS = "00-0000"
SCORE, LOWEST, HIGHEST = "EP", 1, 5
IMPUTED = "Imputed from similar work"
_FOOTNOTE = re.compile(r"\[\d+\]$")

SCORES = SourceTable(
    Rating,
    fields=("occupation", "element_code", "scale_code", "value", "domain_source"),
    key=("occupation", "element_code", "scale_code"),
    codes="occupation__code",
)
SKILLS = SourceTable(Element, fields=("code", "name", "description"), key=("code",), counted=False)
SCALES = SourceTable(Scale, fields=("code", "name", "minimum", "maximum"), key=("code",), counted=False)


def as_score(cell: Any) -> Any:
    return None if as_text(cell) in ("—", "–", "-") else _number(cell)


_number = as_number(least=LOWEST, most=HIGHEST, places=1)
BESIDE = (
    SourceColumn("title", (r"\d{4} national employment matrix title",)),
    SourceColumn("code", (r"\d{4} national employment matrix code",), as_code(r"\d\d-\d{4}", "a code of the matrix")),
    SourceColumn("education", ("typical education needed for entry",)),
)
COLUMNS = (*BESIDE[:2], SourceColumn("skill", ("skill",)), SourceColumn("score", ("score",), as_score))


class SkillsImporter(Importer):
    """Table 6.2 of the skills data."""

    name = "skills"
    source = {
        "slug": "bls-projections-skills",
        "publisher": "US Bureau of Labor Statistics",
        "country": "US",
        "also_called": ["BLS", "U.S. Bureau of Labor Statistics"],
        "title": "Employment Projections, skills data",
        "url": "https://www.bls.gov/emp/data/skills-data.htm",
        "kind": "statistics",
        "licence": "public domain",
        "attribution": "US Bureau of Labor Statistics, Employment Projections, skills data",
        "frequency": "yearly",
    }
    tables = (SKILLS, SCALES, SCORES)
    names_lead = False  # written without capitals
    order = 61
    schedule = Schedule(months=32, since="period_start")  # each September

    def recognises(self, path: Path) -> bool:
        return path.name.lower() in ("skills.xlsx", "skills.xls")

    def vintage(self, path: Path, label: str | None) -> Vintage:
        with _table(path) as rows:
            window = window_of(rows)
        if label and window_in(label) != window:
            raise ImportRefused(f"{path.name} is of {window.label}, not of {label}.")
        return Vintage(window.slug, window.label, date(window.start, 1, 1), date(window.end, 12, 31))

    def load(self, path: Path, staging: Staging) -> None:
        scheme = scheme_of(Window(staging.release.period_start.year, staging.release.period_end.year))
        staging.add(SCALES, (SCORE, "Skill score", LOWEST, HIGHEST))
        skills: dict[str, str] = {}
        with _table(path) as rows:
            staging.take(_cells(rows), COLUMNS, lambda row: _take(row, scheme, skills, staging))
        for code, name in skills.items():
            staging.add(SKILLS, (code, name, ""))


@contextmanager
def _table(path: Path) -> Iterator[Rows]:
    with open_rows(path, sheet=lambda name: name.strip().lower() == "table 6.2") as rows:
        yield rows


def _cells(rows: Rows) -> Rows:
    found = SourceColumns(rows, BESIDE)
    return Unpivoted(rows, found.header, kept=found.places["education"] + 1, names=("Skill", "Score"))


def _take(row: list, scheme: str, skills: dict[str, str], staging: Staging) -> None:
    title, code, skill, score = row
    if code is None:
        raise RowRejected("a note, no occupation")
    if code == ALL_OCCUPATIONS:
        raise RowRejected("a summary of other rows")
    if score is None:
        raise RowRejected("no score is given")
    element = f"{Rating.PROJECTED_SKILLS}.{slugify(skill)}"
    skills[element] = skill
    plain = _FOOTNOTE.sub("", title)
    staging.shared(Occupation).add(Occupation(scheme=scheme, code=code, title=plain))
    staging.add(SCORES, ((scheme, code), element, SCORE, score, "" if plain == title else IMPUTED))
