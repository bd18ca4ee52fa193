from django.contrib import admin

from editorial.admin.released import register_released
from education.admin.credential import CredentialAdmin
from education.admin.path import PathAdmin
from education.admin.requirement import RequirementAdmin
from education.admin.step import StepAdmin
from education.admin.time_to_entry import TimeToEntryAdmin
from education.models import (
    Credential,
    Path,
    Programme,
    ProgrammeOccupation,
    ProgramOutcome,
    Requirement,
    School,
    SchoolOffer,
    Step,
    TimeToEntry,
    Tuition,
)

admin.site.register(Requirement, RequirementAdmin)
admin.site.register(Path, PathAdmin)
admin.site.register(TimeToEntry, TimeToEntryAdmin)
admin.site.register(Step, StepAdmin)
admin.site.register(Credential, CredentialAdmin)

register_released(School, SchoolOffer, Tuition, Programme, ProgrammeOccupation, ProgramOutcome)
