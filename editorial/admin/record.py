from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from editorial.admin.exported import ExportAdmin


class RecordAdmin(ExportAdmin, admin.ModelAdmin):
    is_record = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
