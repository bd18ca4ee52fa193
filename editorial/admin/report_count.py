from editorial.admin.record import RecordAdmin


class ReportCountAdmin(RecordAdmin):
    list_display = ["window", "reports", "address"]
