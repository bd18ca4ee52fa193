"""Importers of occupations and their record; each folder has a README."""

from careers.importers.esco.importer import EscoImporter
from careers.importers.isco.importer import IbsIscoImporter, IscoImporter
from careers.importers.onet.importer import OnetImporter
from careers.importers.projections.importer import ProjectionsImporter
from careers.importers.projections.skills import SkillsImporter
from careers.importers.soc.importer import SocImporter
from ingest.releases.importer import Importer

IMPORTERS: tuple[type[Importer], ...] = (
    SocImporter,
    OnetImporter,
    EscoImporter,
    IscoImporter,
    IbsIscoImporter,
    ProjectionsImporter,
    SkillsImporter,
)
