"""Importers of publishers' files about occupations. Each has a home with a README, which is its page in docs/ too."""

from careers.importers.esco.importer import EscoImporter
from careers.importers.isco.importer import IbsIscoImporter, IscoImporter
from careers.importers.onet.importer import OnetImporter
from careers.importers.projections.importer import ProjectionsImporter
from careers.importers.projections.skills import SkillsImporter
from careers.importers.soc.importer import SocImporter
from ingest.releases.registry import register


def register_all() -> None:
    """Let the import frame know them."""
    for importer in (
        SocImporter,
        OnetImporter,
        EscoImporter,
        IscoImporter,
        IbsIscoImporter,
        ProjectionsImporter,
        SkillsImporter,
    ):
        register(importer())
