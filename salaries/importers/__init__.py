"""Importers of official pay; each folder has a README."""

from ingest.releases.importer import Importer
from salaries.importers.oews.importer import OewsImporter

IMPORTERS: tuple[type[Importer], ...] = (OewsImporter,)
