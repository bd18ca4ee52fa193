from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from editorial.drafting import as_drafted, must_propose
from editorial.models import Draft

#: In the address of a form: the change of the draft that is opened there to be mended.
OPENED = "proposal"


def current_draft(request: HttpRequest) -> Draft | None:
    if not hasattr(request, "_current_draft"):
        drafts = request.user.is_authenticated and must_propose(request.user)
        request._current_draft = Draft.objects.current_of(request.user) if drafts else None
    return request._current_draft


def opened_change(request: HttpRequest) -> int | None:
    number = request.GET.get(OPENED, "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else None


def shown_as_drafted(request: HttpRequest, view: Callable, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """What `view` answers over the user’s draft. Writes nothing."""
    if draft := current_draft(request):
        with as_drafted(draft, opened=opened_change(request)) as reading:
            draft.problem_count = len(reading.problems)
            return rendered(view(request, *args, **kwargs))
    return view(request, *args, **kwargs)


def rendered(response: Any) -> Any:
    if hasattr(response, "render") and not response.is_rendered:
        response.render()
    return response
