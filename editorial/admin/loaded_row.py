from editorial.admin.record import RecordAdmin


class LoadedRowAdmin(RecordAdmin):
    """The rows that fixtures brought, as they left them."""

    list_display = ["key", "model", "file"]
    list_filter = ["file", "model"]
    search_fields = ["key"]
