from django.contrib import admin

from editorial.admin.exported import ExportAdmin


class RecordAdmin(ExportAdmin, admin.ModelAdmin):
    is_record = True

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
