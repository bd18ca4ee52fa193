from editorial.admin.record import RecordAdmin


class ProposalAdmin(RecordAdmin):
    list_display = ["title", "kind", "model", "draft", "why"]
    list_filter = ["kind", "draft__state", "model"]
    list_select_related = ("draft__author",)
    search_fields = ["title", "why", "=career_slug"]
