from editorial.admin.list_filters import OneChoice
from editorial.admin.record import RecordAdmin


class ByBroken(OneChoice):
    title = "answer"
    parameter_name = "broken"
    choice = ("yes", "none, twice in a row")

    def chosen(self, request, queryset):  # type: ignore[no-untyped-def]
        return queryset.broken()


class LinkCheckAdmin(RecordAdmin):
    list_display = ["url", "answer", "failures", "checked_at"]
    list_filter = [ByBroken]
    search_fields = ["url", "answer"]
