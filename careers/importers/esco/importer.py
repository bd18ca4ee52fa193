import re
from pathlib import Path

from careers.importers.esco.groups import load_groups
from careers.importers.esco.occupations import TITLES, load_occupations
from careers.importers.folder import ReleaseFolder
from careers.importers.occupations import OccupationStore
from ingest.releases.importer import Importer, Vintage
from ingest.releases.refusal import ImportRefused
from ingest.releases.staging import Staging

GROUPS, OCCUPATIONS = "iscogroups_en", "occupations_en"
_VERSION = re.compile(r"\b[vV]?(\d{1,2}\.\d{1,2}(\.\d{1,2})?)\b")


class EscoImporter(Importer):
    """ESCO's occupations and the ISCO-08 groups they are in, as a folder or zip of English tables."""

    name = "esco"
    source = {
        "slug": "esco",
        "publisher": "European Commission",
        "also_called": ["ESCO"],
        "title": "European Skills, Competences, Qualifications and Occupations",
        "url": "https://esco.ec.europa.eu/",
        "kind": "classification",
        "licence": "re-use with attribution",
        "licence_url": "https://esco.ec.europa.eu/en/legal-notice",
        "attribution": "This service uses the ESCO classification of the European Commission.",
        "frequency": "every year or two",
    }
    tables = (TITLES,)
    order = 30

    def recognises(self, path: Path) -> bool:
        if path.is_dir():
            return any(file.name.lower().startswith(OCCUPATIONS) for file in path.iterdir())
        return bool(re.fullmatch(r"esco dataset - v.* - en - csv\.zip", path.name.lower()))

    def vintage(self, path: Path, label: str | None) -> Vintage:
        found = _VERSION.search(path.name)
        if label and found and label.lower().removeprefix("v") != found[1]:
            raise ImportRefused(f"{path.name} is ESCO {found[1]}, not {label}.")
        version = found[1] if found else (label or "").lower().removeprefix("v")
        if not _VERSION.fullmatch(version):
            raise ImportRefused(f"{path.name} does not say which version of ESCO it is; say so yourself, as in 1.2.0.")
        return Vintage(version.replace(".", "-"), version)

    def load(self, path: Path, staging: Staging) -> None:
        folder = ReleaseFolder(path)
        if OCCUPATIONS not in folder:
            raise ImportRefused(f"{path.name} holds no table {OCCUPATIONS}.")
        occupations = OccupationStore(staging)
        for table, load in ((GROUPS, load_groups), (OCCUPATIONS, load_occupations)):
            if table in folder:
                with folder.open(table) as rows:
                    load(rows, occupations, staging)
        staging.report.left_aside = folder.others((GROUPS, OCCUPATIONS))
