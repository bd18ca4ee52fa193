"""What the admin of every row of a guide has in common."""

from django.contrib import admin

from editorial.admin.sourced import BY_SOURCE, PROVENANCE, SourcedAdmin


def guide_part(*said):
    """The parts of a form: whose row it is and at which place, what it says (`said`), where it stands in its source."""
    return [(None, {"fields": [("career", "position"), *said]}), PROVENANCE]


class GuidePartAdmin(SourcedAdmin):
    """Rows that stand at a place in a list of a career's guide."""

    list_display = ["__str__", "career", "position", "source__publisher", "locator"]
    list_filter = [("career", admin.RelatedOnlyFieldListFilter), BY_SOURCE]
    list_select_related = ("career", "source")
    search_fields = ["key", "locator", "career__title"]
    autocomplete_fields = ["career", "source"]

    def view_on_site(self, obj):
        """The guide that it is a row of."""
        return obj.career.get_absolute_url()
