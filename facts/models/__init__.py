from facts.models.arriving import ArrivedManager, Arriving
from facts.models.change import Change
from facts.models.correction import Correction
from facts.models.curated import Curated, VersionConflict
from facts.models.edition import Edition
from facts.models.frozen_guide import FrozenGuide
from facts.models.frozen_job import FrozenJob
from facts.models.industry import Industry
from facts.models.place import Place
from facts.models.release import Release
from facts.models.release_name import IndustryName, PlaceName, ReleaseName
from facts.models.released import Released, ReleasedQuerySet
from facts.models.rendering import Rendering
from facts.models.source import Source
from facts.models.sourced import Sourced
from facts.models.statement import Statement

__all__ = [
    "Arriving",
    "ArrivedManager",
    "Change",
    "Correction",
    "Curated",
    "Edition",
    "FrozenGuide",
    "FrozenJob",
    "Industry",
    "IndustryName",
    "Place",
    "PlaceName",
    "Release",
    "Released",
    "ReleasedQuerySet",
    "ReleaseName",
    "Rendering",
    "Source",
    "Sourced",
    "Statement",
    "VersionConflict",
]
