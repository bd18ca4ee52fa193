from editorial.admin.record import RecordAdmin


class FrozenJobAdmin(RecordAdmin):
    list_display = ["job", "first", "last"]
    search_fields = ["job", "=first"]
    fields = ["job", "first", "last", "names", "made_by"]
