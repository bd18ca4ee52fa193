from editorial.admin.record import RecordAdmin


class MissedSearchAdmin(RecordAdmin):
    list_display = ["words", "times", "last_on"]
    list_filter = ["last_on"]
    search_fields = ["words"]
