"""Pages as an earlier edition had them: `?edition=`."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from facts.as_of import as_of
from facts.models import Edition

View = Callable[..., HttpResponse]

NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)


def by_edition(view: View) -> View:
    @wraps(view)
    def pinned(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        edition = _edition_asked(request)
        if edition is None:
            return view(request, *args, **kwargs)
        request.edition_asked = edition  # type: ignore[attr-defined]  # for the frame of the page
        if not Edition.objects.filter(number__gt=edition.number).exists():
            return view(request, *args, **kwargs)
        with as_of(edition):
            return view(request, *args, **kwargs)

    pinned.edition = "answered"  # type: ignore[attr-defined]  # for a test of all addresses
    return pinned


def of_today(reason: str) -> Callable[[View], View]:
    """A page that no earlier edition has; `reason` says why to a reader."""

    def decorate(view: View) -> View:
        @wraps(view)
        def refusing(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if "edition" in request.GET:
                return render(request, "400.html", {"reason": reason}, status=400)
            return view(request, *args, **kwargs)

        refusing.edition = "refused"  # type: ignore[attr-defined]
        return refusing

    return decorate


def _edition_asked(request: HttpRequest) -> Edition | None:
    text = request.GET.get("edition", "")
    if not text:
        return None
    if not NUMBER.fullmatch(text):
        raise Http404("An edition is a number, such as 12.")
    edition = Edition.objects.filter(number=int(text)).first()
    if edition is None:
        raise Http404(f"There is no edition {text} yet.")
    return edition
