from django.contrib import admin

from careers.admin.alternate_title import AlternateTitleAdmin
from careers.admin.career import CareerAdmin
from careers.admin.employer import EmployerAdmin
from careers.admin.exposure_claim import ExposureClaimAdmin
from careers.admin.field import FieldAdmin
from careers.admin.former_slug import FormerSlugAdmin
from careers.admin.ladder import LadderAdmin, RungAdmin
from careers.admin.move import MoveAdmin
from careers.admin.occupation import CrosswalkAdmin, OccupationAdmin
from careers.admin.occupation_match import OccupationMatchAdmin
from careers.admin.organisation import OrganisationAdmin
from careers.admin.outlook import OutlookAdmin
from careers.admin.point import PointAdmin
from careers.admin.question import QuestionAdmin
from careers.admin.related_career import RelatedCareerAdmin
from careers.admin.responsibility import ResponsibilityAdmin
from careers.admin.section import SectionAdmin
from careers.admin.skill import CareerSkillAdmin, SkillAdmin
from careers.admin.toolkit_entry import ToolkitEntryAdmin
from careers.admin.variant import VariantAdmin
from careers.models import (
    AlternateTitle,
    Career,
    CareerSkill,
    CategoryShare,
    Correspondence,
    Crosswalk,
    Element,
    ElementCategory,
    Employer,
    Exposure,
    ExposureClaim,
    Field,
    FormerSlug,
    JobZone,
    Ladder,
    Move,
    Occupation,
    OccupationJobZone,
    OccupationMatch,
    OccupationName,
    OccupationTitle,
    OccupationTool,
    Organisation,
    Outlook,
    Point,
    Question,
    Rating,
    RelatedCareer,
    RelatedOccupation,
    Responsibility,
    Rung,
    Scale,
    Section,
    Skill,
    Task,
    ToolkitEntry,
    TypicalEntry,
    Variant,
    WorkFromHome,
)
from editorial.admin.released import register_released

admin.site.register(Career, CareerAdmin)
admin.site.register(Section, SectionAdmin)
admin.site.register(Responsibility, ResponsibilityAdmin)
admin.site.register(Variant, VariantAdmin)
admin.site.register(CareerSkill, CareerSkillAdmin)
admin.site.register(Ladder, LadderAdmin)
admin.site.register(Rung, RungAdmin)
admin.site.register(Move, MoveAdmin)
admin.site.register(Outlook, OutlookAdmin)
admin.site.register(Employer, EmployerAdmin)
admin.site.register(ExposureClaim, ExposureClaimAdmin)
admin.site.register(Point, PointAdmin)
admin.site.register(Question, QuestionAdmin)
admin.site.register(RelatedCareer, RelatedCareerAdmin)
admin.site.register(Organisation, OrganisationAdmin)
admin.site.register(ToolkitEntry, ToolkitEntryAdmin)
admin.site.register(AlternateTitle, AlternateTitleAdmin)
admin.site.register(Skill, SkillAdmin)
admin.site.register(Field, FieldAdmin)
admin.site.register(FormerSlug, FormerSlugAdmin)
admin.site.register(Occupation, OccupationAdmin)
admin.site.register(OccupationMatch, OccupationMatchAdmin)
admin.site.register(Crosswalk, CrosswalkAdmin)

register_released(
    OccupationName,
    OccupationTitle,
    Task,
    Rating,
    CategoryShare,
    OccupationTool,
    OccupationJobZone,
    TypicalEntry,
    RelatedOccupation,
    Element,
    ElementCategory,
    Scale,
    JobZone,
    Exposure,
    WorkFromHome,
    Correspondence,
)
