from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from careers.admin.guide_part import GuidePartAdmin
from careers.models import Ladder, Rung
from editorial.admin.sourced import BY_SOURCE, PROVENANCE, SourcedInline


class RungInline(SourcedInline, admin.StackedInline):
    model = Rung
    formfield_overrides = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 5, "cols": 50})}}
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("position", "title"),
                    ("years_min", "years_max", "years_basis", "as_printed"),
                    ("summary", "focus"),
                    "locator",
                ]
            },
        )
    ]


class LadderAdmin(GuidePartAdmin):
    list_display = ["career", "source__publisher", "locator", "rungs"]
    ordering = ["career__title", "source", "pk"]
    search_fields = [*GuidePartAdmin.search_fields, "rungs__title"]
    fieldsets = [(None, {"fields": ["career", "note"]}), PROVENANCE]
    inlines = [RungInline]

    #: What higher rooms have to say of a ladder's rungs, on the ladder's form: they add their inlines here.
    from_above: list = []

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Ladder]:
        return super().get_queryset(request).annotate(number_of_rungs=models.Count("rungs", distinct=True))

    def get_inlines(self, request: HttpRequest, obj: Ladder | None) -> list[type[admin.options.InlineModelAdmin]]:
        return [*self.inlines, *self.from_above] if obj else self.inlines

    @admin.display(description="rungs")
    def rungs(self, ladder: Ladder) -> int:
        return ladder.number_of_rungs


class RungAdmin(GuidePartAdmin):
    list_display = ["title", "ladder", "position", "as_printed"]
    list_filter = [("ladder__career", admin.RelatedOnlyFieldListFilter), BY_SOURCE]
    list_select_related = ("ladder__career", "ladder__source", "source")
    search_fields = ["title", "key", "ladder__career__title"]
    guide_fields = ("title", "years_min", "years_max", "as_printed", "summary")
    autocomplete_fields = ["ladder", "source"]
    fieldsets = [
        (None, {"fields": ["ladder", ("position", "title")]}),
        ("Experience", {"fields": [("years_min", "years_max", "years_basis"), "as_printed"]}),
        ("What one does", {"fields": ["summary", "focus"]}),
        PROVENANCE,
    ]

    def view_on_site(self, obj: Rung) -> str:
        return obj.ladder.career.get_absolute_url()
