"""What a reader is told when something is not there, not allowed, or broken."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from pages.gone import gone_or_moved


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request made no sense. Told without asking the database anything, for such requests come in swarms."""
    return HttpResponse(render_to_string("400.html"), status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: not allowed."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: what was looked for, what to try instead, with a search; 410 or 301 where something was there."""
    if answer := gone_or_moved(request):
        return answer
    words = request.path.strip("/").rpartition("/")[2].replace("-", " ")[:80]
    return render(request, "404.html", {"words": words, "reason": _said(exception)}, status=404)


@requires_csrf_token
def broken(request: HttpRequest) -> HttpResponse:
    """500: told without asking the database anything, for it may be what is broken."""
    return HttpResponse(render_to_string("500.html"), status=500)


def _said(exception: Exception) -> str:
    """The sentence that a view raised Http404 with; "" where Django's own resolver found no view."""
    said = exception.args[0] if exception.args else ""
    return said if isinstance(said, str) else ""
