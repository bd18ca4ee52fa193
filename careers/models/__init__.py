from careers.models.alternate_title import AlternateTitle
from careers.models.career import Career
from careers.models.crosswalk import Crosswalk
from careers.models.employer import Employer
from careers.models.exposure_claim import ExposureClaim
from careers.models.field import Field
from careers.models.former_slug import FormerSlug
from careers.models.ladder import Ladder
from careers.models.move import Move
from careers.models.occupation import Occupation
from careers.models.occupation_match import OccupationMatch
from careers.models.occupation_name import OccupationName
from careers.models.organisation import Organisation
from careers.models.outlook import Outlook
from careers.models.point import Point
from careers.models.question import Question
from careers.models.record import (
    CategoryShare,
    Correspondence,
    Element,
    ElementCategory,
    Exposure,
    JobZone,
    OccupationJobZone,
    OccupationTitle,
    OccupationTool,
    Rating,
    RelatedOccupation,
    Scale,
    Task,
    TypicalEntry,
    WorkFromHome,
)
from careers.models.related_career import RelatedCareer
from careers.models.responsibility import Responsibility
from careers.models.rung import Rung
from careers.models.section import Section
from careers.models.skill import CareerSkill, Skill
from careers.models.toolkit_entry import ToolkitEntry
from careers.models.variant import Variant

__all__ = [
    "AlternateTitle",
    "Career",
    "CareerSkill",
    "CategoryShare",
    "Correspondence",
    "Crosswalk",
    "Element",
    "ElementCategory",
    "Employer",
    "Exposure",
    "ExposureClaim",
    "Field",
    "FormerSlug",
    "JobZone",
    "Ladder",
    "Occupation",
    "OccupationJobZone",
    "OccupationMatch",
    "OccupationName",
    "OccupationTitle",
    "OccupationTool",
    "Move",
    "Organisation",
    "Outlook",
    "Point",
    "Question",
    "Rating",
    "RelatedCareer",
    "RelatedOccupation",
    "Responsibility",
    "Rung",
    "Scale",
    "Section",
    "Skill",
    "Task",
    "ToolkitEntry",
    "TypicalEntry",
    "Variant",
    "WorkFromHome",
]
