from editorial.admin.record import RecordAdmin


class RenderingAdmin(RecordAdmin):
    list_display = ["name", "until"]
    search_fields = ["name"]
    fields = ["name", "digest", "until"]
