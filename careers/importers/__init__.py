"""Importers of occupations and their record; each folder has a README."""

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
from ingest.releases.importer import Importer

EXPOSURE_IMPORTERS = (GptsExposureImporter, CopilotExposureImporter, AioeExposureImporter)
IMPORTERS: tuple[type[Importer], ...] = (
    SocImporter,
    OnetImporter,
    EscoImporter,
    IscoImporter,
    IbsIscoImporter,
    ProjectionsImporter,
    SkillsImporter,
    WorkFromHomeImporter,
    *EXPOSURE_IMPORTERS,
)
