"""Importers of publishers' files about occupations. Each has a home with a README, which is its page in docs/ too."""

from careers import exposure_studies
from careers.importers.esco.importer import EscoImporter
from careers.importers.exposure_aioe.importer import AioeExposureImporter
from careers.importers.exposure_copilot.importer import CopilotExposureImporter
from careers.importers.exposure_gpts.importer import GptsExposureImporter
from careers.importers.isco.importer import IbsIscoImporter, IscoImporter
from careers.importers.onet.importer import OnetImporter
from careers.importers.projections.importer import ProjectionsImporter
from careers.importers.projections.skills import SkillsImporter
from careers.importers.soc.importer import SocImporter
from careers.importers.work_from_home.importer import WorkFromHomeImporter
from ingest.releases.registry import register

IMPORTERS = (
    SocImporter,
    OnetImporter,
    EscoImporter,
    IscoImporter,
    IbsIscoImporter,
    ProjectionsImporter,
    SkillsImporter,
    WorkFromHomeImporter,
)
EXPOSURE_IMPORTERS = (GptsExposureImporter, CopilotExposureImporter, AioeExposureImporter)


def register_all() -> None:
    """Let the import frame know them, and readers know the studies of AI exposure."""
    for importer in (*IMPORTERS, *EXPOSURE_IMPORTERS):
        register(importer())
    for importer in EXPOSURE_IMPORTERS:
        exposure_studies.register(importer.study)
