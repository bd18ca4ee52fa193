from editorial.admin.record import RecordAdmin


class CorrectionAdmin(RecordAdmin):
    list_display = ["title", "field", "kind", "before", "after", "edition"]
    list_filter = ["kind"]
    list_select_related = ("edition",)
    search_fields = ["title", "statement", "=career_slug"]
    fields = ["edition", "statement", "field", "title", "before", "after", "kind", "cause"]
