"""What nobody changes by hand."""

from django.contrib import admin

from editorial.admin.exported import ExportAdmin


class RecordAdmin(ExportAdmin, admin.ModelAdmin):
    """Rows that imports and publishing write: to be looked at, by anybody, and never changed here."""

    is_record = True

    def has_add_permission(self, request, obj=None):
        """Nobody adds one."""
        return False

    def has_change_permission(self, request, obj=None):
        """Nobody changes one."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Nobody removes one."""
        return False
