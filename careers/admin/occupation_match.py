from django.contrib import admin

from careers.admin.guide_part import GuidePartAdmin, guide_part
from careers.models import OccupationMatch
from editorial.admin.curated import CuratedInline
from editorial.admin.sourced import SourcedRowForm


class OccupationMatchAdmin(GuidePartAdmin):
    list_display = ["career", "match", "occupation", "position", "reason"]
    list_display_links = ["career", "match"]
    list_filter = ["match", *GuidePartAdmin.list_filter]
    list_select_related = ("career", "source", "occupation")
    search_fields = ["career__title", "occupation__code", "occupation__title", "reason"]
    autocomplete_fields = [*GuidePartAdmin.autocomplete_fields, "occupation"]
    fieldsets = guide_part("occupation", "match", "reason")


class OccupationMatchInline(CuratedInline, admin.StackedInline):
    model = OccupationMatch
    form = SourcedRowForm
    select_related = ("career", "occupation", "source")
    autocomplete_fields = ["occupation", "source"]
    fieldsets = [(None, {"fields": [("occupation", "match", "position"), "reason", ("source", "locator")]})]
