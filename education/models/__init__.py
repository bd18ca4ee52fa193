from education.models.credential import Credential
from education.models.path import Path
from education.models.record import Programme, ProgrammeOccupation, ProgramOutcome, School, SchoolOffer, Tuition
from education.models.requirement import Requirement
from education.models.step import Step
from education.models.time_to_entry import TimeToEntry

__all__ = [
    "Credential",
    "Path",
    "ProgramOutcome",
    "Programme",
    "ProgrammeOccupation",
    "Requirement",
    "School",
    "SchoolOffer",
    "Step",
    "TimeToEntry",
    "Tuition",
]
