from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from pages.gone import gone_or_moved


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Without the database: such requests come in swarms."""
    return HttpResponse(render_to_string("400.html"), status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Offers the last part of the address as a search."""
    if answer := gone_or_moved(request):
        return answer
    words = request.path.strip("/").rpartition("/")[2].replace("-", " ")[:80]
    return render(request, "404.html", {"words": words, "reason": _said(exception)}, status=404)


@requires_csrf_token
def broken(request: HttpRequest) -> HttpResponse:
    """Without the database, which may be what is broken."""
    return HttpResponse(render_to_string("500.html"), status=500)


def _said(exception: Exception) -> str:
    """Of Http404; "" where Django's resolver raised it."""
    said = exception.args[0] if exception.args else ""
    return said if isinstance(said, str) else ""
