from django.contrib import admin

from careers.admin.guide_part import GuidePartAdmin, guide_part
from careers.models import CareerSkill
from editorial.admin.curated import CuratedAdmin
from editorial.admin.fields import LinesField
from editorial.admin.sourced import SourcedForm


class SkillAdmin(CuratedAdmin):
    list_display = ["name", "kind", "slug"]
    list_filter = ["kind"]
    search_fields = ["name", "slug"]
    fields = ["name", "slug", "kind"]


class CareerSkillForm(SourcedForm):
    examples = LinesField(help_text="Examples the source gives, one a line: “Epic”.")


class CareerSkillAdmin(GuidePartAdmin):
    form = CareerSkillForm
    list_display = ["skill", "kind", "career", "position", "source__publisher"]
    list_filter = ["skill__kind", *GuidePartAdmin.list_filter]
    list_select_related = ("career", "source", "skill")
    search_fields = [*GuidePartAdmin.search_fields, "skill__name"]
    autocomplete_fields = [*GuidePartAdmin.autocomplete_fields, "skill"]
    fieldsets = guide_part("skill", "examples", "detail")

    @admin.display(ordering="skill__kind")
    def kind(self, used: CareerSkill) -> str:
        return used.skill.get_kind_display()
