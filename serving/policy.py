from functools import cache

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django_permissions_policy import PermissionsPolicyMiddleware

RESOURCE_POLICY = "Cross-Origin-Resource-Policy"
FOR_OTHER_SITES = ("/api/", "/download/", "/embed/", "/static/")


class PolicyMiddleware(CSPMiddleware):
    """Built once for views that add nothing."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault(RESOURCE_POLICY, resource_policy(request.path_info))
        if hasattr(request, "_csp_nonce") or any(name.startswith("_csp_") for name in vars(response)):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, content_policy())
        return response


def resource_policy(path: str) -> str:
    return "cross-origin" if path.startswith(FOR_OTHER_SITES) else "same-origin"


@cache
def content_policy() -> str:
    return "; ".join(sorted(build_policy().split("; ")))  # the same words from every process


@cache
def security_headers() -> dict[str, str]:
    permissions = PermissionsPolicyMiddleware(lambda request: HttpResponseBase())
    return {
        HEADER: content_policy(),
        "Permissions-Policy": permissions.permissions_policy,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        RESOURCE_POLICY: "same-origin",
    }
