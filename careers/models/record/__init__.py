"""The record of occupations: what a release says of them, row by row."""

from careers.models.record.category_share import CategoryShare
from careers.models.record.correspondence import Correspondence
from careers.models.record.element import Element
from careers.models.record.element_category import ElementCategory
from careers.models.record.exposure import Exposure
from careers.models.record.job_zone import JobZone
from careers.models.record.occupation_job_zone import OccupationJobZone
from careers.models.record.occupation_title import OccupationTitle
from careers.models.record.occupation_tool import OccupationTool
from careers.models.record.rating import Rating
from careers.models.record.related_occupation import RelatedOccupation
from careers.models.record.scale import Scale
from careers.models.record.task import Task
from careers.models.record.typical_entry import TypicalEntry
from careers.models.record.work_from_home import WorkFromHome

__all__ = [
    "CategoryShare",
    "Correspondence",
    "Element",
    "ElementCategory",
    "Exposure",
    "JobZone",
    "OccupationJobZone",
    "OccupationTitle",
    "OccupationTool",
    "Rating",
    "RelatedOccupation",
    "Scale",
    "Task",
    "TypicalEntry",
    "WorkFromHome",
]
