from editorial.admin.record import RecordAdmin


class LoadedRowAdmin(RecordAdmin):
    list_display = ["key", "model", "file"]
    list_filter = ["file", "model"]
    search_fields = ["key"]
