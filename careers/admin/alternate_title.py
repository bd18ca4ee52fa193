from django.contrib import admin

from careers.admin.guide_part import GuidePartAdmin, guide_part
from careers.models import AlternateTitle
from editorial.admin.curated import CuratedInline
from editorial.admin.sourced import SourcedRowForm


class AlternateTitleAdmin(GuidePartAdmin):
    search_fields = [*GuidePartAdmin.search_fields, "title"]
    fieldsets = guide_part("title")


class AlternateTitleInline(CuratedInline, admin.TabularInline):
    model = AlternateTitle
    form = SourcedRowForm
    select_related = ("source",)
    autocomplete_fields = ["source"]
    fields = ["title", "position", "source", "locator"]
