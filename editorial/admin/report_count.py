from editorial.admin.record import RecordAdmin


class ReportCountAdmin(RecordAdmin):
    """How many reports came from single addresses of late, which are hashed: to see a flood as one."""

    list_display = ["window", "reports", "address"]
