"""The site's addresses, and some where faults stand, so that their pages can be seen."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import path
from django.views.csrf import csrf_failure

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as doors

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def opened(get_response):
    """Middleware that answers these addresses: another ROOT_URLCONF would be read anew at every change."""

    def middleware(request):
        request.urlconf = __name__
        return get_response(request)

    return middleware


def _raises(fault):
    def view(request):
        raise fault

    return view


def _away(request):
    """What serving.outage_page answers; it looks at the connection, which is well."""
    return HttpResponse(render_to_string("503.html", {"seconds": 5}), status=503)


urlpatterns = [
    path("faults/400/", _raises(SuspiciousOperation("no"))),
    path("faults/403/", _raises(PermissionDenied("no"))),
    path("faults/403-form/", csrf_failure),
    path("faults/503/", _away),
    path("faults/500/", _raises(RuntimeError("no"))),
    *doors,
]
