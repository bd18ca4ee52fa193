from education.importers.cip.importer import CipImporter
from education.importers.ipeds.importer import IpedsImporter
from education.importers.scorecard.importer import ScorecardImporter
from ingest.releases.registry import register


def register_all() -> None:
    for importer in (CipImporter, IpedsImporter, ScorecardImporter):
        register(importer())
