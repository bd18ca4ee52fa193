from education.models.record.program_outcome import ProgramOutcome
from education.models.record.programme import Programme
from education.models.record.programme_occupation import ProgrammeOccupation
from education.models.record.school import School
from education.models.record.school_offer import SchoolOffer
from education.models.record.tuition import Tuition

__all__ = ["ProgramOutcome", "Programme", "ProgrammeOccupation", "School", "SchoolOffer", "Tuition"]
