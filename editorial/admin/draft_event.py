from editorial.admin.record import RecordAdmin


class DraftEventAdmin(RecordAdmin):
    list_display = ["draft", "by", "kind", "text", "at"]
    list_filter = ["kind"]
    list_select_related = ("draft__author", "by")
    search_fields = ["text", "=by__username"]


class DraftEditorAdmin(RecordAdmin):
    list_display = ["draft", "editor", "touched_at"]
    list_select_related = ("draft__author", "editor")
    search_fields = ["=editor__username"]
