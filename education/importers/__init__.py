"""Importers of publishers' files about schools and studies. Each has a home with a README, its page in docs/ too."""

from education.importers.cip.importer import CipImporter
from education.importers.ipeds.importer import IpedsImporter
from education.importers.scorecard.importer import ScorecardImporter
from ingest.releases.registry import register


def register_all() -> None:
    """Let the import frame know them."""
    for importer in (CipImporter, IpedsImporter, ScorecardImporter):
        register(importer())
