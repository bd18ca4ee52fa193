from editorial.admin.record import RecordAdmin


class FrozenGuideAdmin(RecordAdmin):
    list_display = ["career_slug", "edition"]
    list_select_related = ("edition",)
    search_fields = ["career_slug", "=edition__number"]
    fields = ["career_slug", "edition"]
