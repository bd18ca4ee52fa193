from collections.abc import Iterator
from pathlib import Path

from careers.importers.folder import ReleaseFolder
from careers.importers.onet.edition import DatabaseEdition
from careers.importers.onet.occupations import Loader, OnetOccupations
from careers.importers.onet.placements import IN_ZONES, RELATED, load_related, load_zones_of_occupations
from careers.importers.onet.ratings import RATINGS, SHARES, load_ratings
from careers.importers.onet.record import extracts_of, is_whole
from careers.importers.onet.references import (
    CATEGORIES,
    ELEMENTS,
    SCALES,
    ZONES,
    load_categories,
    load_elements,
    load_scales,
    load_zones,
)
from careers.importers.onet.tables import OCCUPATIONS, names_in
from careers.importers.onet.tasks import TASKS, load_tasks
from careers.importers.onet.titles import TITLES, load_alternate, load_reported
from careers.importers.onet.tools import TOOLS, load_technology, load_tools
from ingest.releases.extracts import Extract
from ingest.releases.importer import Importer, Schedule, Vintage
from ingest.releases.refusal import ImportRefused
from ingest.releases.staging import Staging

GIVEN_UP = {"work values"}  # by the publisher, with release 30.3
LOADERS: dict[str, Loader] = {
    "content model reference": load_elements,
    "scales reference": load_scales,
    "education, training, and experience categories": load_categories,
    "work context categories": load_categories,
    "job zone reference": load_zones,
    "job zones": load_zones_of_occupations,
    "alternate titles": load_alternate,
    "sample of reported titles": load_reported,
    "task statements": load_tasks,
    "technology skills": load_technology,
    "tools used": load_tools,
    "related occupations": load_related,
    "skills": load_ratings,
    "knowledge": load_ratings,
    "abilities": load_ratings,
    "work activities": load_ratings,
    "work context": load_ratings,
    "work styles": load_ratings,
    "work values": load_ratings,
    "interests": load_ratings,
    "education, training, and experience": load_ratings,
}


class OnetImporter(Importer):
    """A release of the O*NET database: a folder or zip of tables, as text or workbooks."""

    name = "onet"
    source = {
        "slug": "onet",
        "publisher": "US Department of Labor, Employment and Training Administration",
        "country": "US",
        "also_called": ["O*NET", "O*NET OnLine", "USDOL/ETA"],
        "title": "O*NET Database",
        "url": "https://www.onetcenter.org/database.html",
        "kind": "statistics",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "attribution": "O*NET Database by the U.S. Department of Labor, Employment and Training Administration",
        "frequency": "about four times a year",
    }
    given_up = GIVEN_UP
    tables = (ELEMENTS, SCALES, CATEGORIES, ZONES, IN_ZONES, TITLES, TASKS, TOOLS, RELATED, RATINGS, SHARES)
    order = 20
    schedule = Schedule(months=3)
    extracts_are_partial = True

    def recognises(self, path: Path) -> bool:
        if path.is_dir():
            return any(file.name.lower().startswith(OCCUPATIONS) for file in path.iterdir())
        name = path.name.lower()
        return name.startswith("db_") and name.endswith(("_text.zip", "_excel.zip"))

    def vintage(self, path: Path, label: str | None) -> Vintage:
        found = DatabaseEdition.named_in(ReleaseFolder(path).read_me()) or DatabaseEdition.named_in(path.name)
        by_label = DatabaseEdition.named_in(label or "")
        if label and not by_label:
            raise ImportRefused(f"“{label}” is no release of O*NET, such as 29.0.")
        if found and by_label and found.number != by_label.number:
            raise ImportRefused(f"{path.name} is O*NET {found.label}, not {by_label.label}.")
        edition = found or by_label
        if not edition:
            raise ImportRefused(f"{path.name} does not say which release of O*NET it is; say so yourself, as in 29.0.")
        return edition.vintage

    def has_extracts(self, path: Path) -> bool:
        return is_whole(ReleaseFolder(path))

    def extracts(self, path: Path) -> Iterator[Extract]:
        return extracts_of(ReleaseFolder(path), self.vintage(path, None))

    def load(self, path: Path, staging: Staging) -> None:
        folder = ReleaseFolder(path)
        occupations = OnetOccupations(staging, *DatabaseEdition.named_in(staging.release.label).schemes)
        if OCCUPATIONS in folder:
            with folder.open(OCCUPATIONS) as rows:
                occupations.load(rows)
        tables = [(table, name) for table in LOADERS for name in names_in(folder, table)]
        for table, name in tables:
            with folder.open(name) as rows:
                LOADERS[table](rows, occupations, staging)
        staging.report.tables = list(dict.fromkeys(table for table, _ in tables))
        staging.report.left_aside = folder.others((OCCUPATIONS, *(name for _, name in tables)))
