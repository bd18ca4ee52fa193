from typing import Any

from django.http import HttpRequest

from accounts import sign_in_log
from editorial.admin.record import RecordAdmin


class SignInAdmin(RecordAdmin):
    is_record = False
    list_display = ["at", "user", "method", "outcome", "reason", "network"]
    list_filter = ["outcome", "method", "at"]
    search_fields = ["user__username", "network"]
    list_select_related = ["user"]
    date_hierarchy = None

    def get_queryset(self, request: HttpRequest) -> Any:
        sign_in_log.prune()
        return super().get_queryset(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_active and request.user.is_superuser

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)
