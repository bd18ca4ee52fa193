from django.contrib import admin

from editorial.admin.sourced import BY_SOURCE, PROVENANCE, SourcedAdmin
from facts.models import Sourced


def guide_part(*said: str | tuple[str, ...]) -> list[tuple]:
    return [(None, {"fields": [("career", "position"), *said]}), PROVENANCE]


class GuidePartAdmin(SourcedAdmin):
    list_display = ["__str__", "career", "position", "source__publisher", "locator"]
    list_filter = [("career", admin.RelatedOnlyFieldListFilter), BY_SOURCE]
    list_select_related = ("career", "source")
    search_fields = ["key", "locator", "career__title"]
    autocomplete_fields = ["career", "source"]

    def view_on_site(self, obj: Sourced) -> str:
        return obj.career.get_absolute_url()
