from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from api.schema.responses import ERRORS

FURTHER = {
    "429": "You ask more often than is fair to others. Wait as long as Retry-After says.",
    "500": "Something is broken here. It has been noted; ask again later.",
    "503": "The data are out of reach just now. Wait as long as Retry-After says.",
}
EXPLAINED = {HTTPStatus(int(status)): text for status, text in (ERRORS | FURTHER).items()}


@require_safe
def problem(request: HttpRequest, name: str) -> HttpResponse:
    """What the `type` of a problem document leads to."""
    for status, text in EXPLAINED.items():
        if status.phrase.lower().replace(" ", "-") == name:
            return render(request, "api/problem.html", {"status": status, "text": text})
    raise Http404("There is no problem of this name.")
