"""Importers of schools and what they teach; each folder has a README."""

from education.importers.cip.importer import CipImporter
from education.importers.ipeds.importer import IpedsImporter
from education.importers.scorecard.importer import ScorecardImporter
from ingest.releases.importer import Importer

IMPORTERS: tuple[type[Importer], ...] = (
    CipImporter,
    IpedsImporter,
    ScorecardImporter,
)
