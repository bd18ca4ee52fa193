"""The desk as its author's draft would have it."""

from editorial.drafting import as_drafted, must_propose
from editorial.models import Draft


def current_draft(request) -> Draft | None:
    """The draft that the request's user is working in, if what they save becomes a proposal and there is one."""
    if not hasattr(request, "_current_draft"):
        drafts = must_propose(request.user) and request.user.is_authenticated
        request._current_draft = Draft.objects.current_of(request.user) if drafts else None
    return request._current_draft


def shown_as_drafted(request, view, *args, **kwargs):
    """What `view` answers while the rows are as the user's draft would have them."""
    if draft := current_draft(request):
        with as_drafted(draft):
            return rendered(view(request, *args, **kwargs))
    return view(request, *args, **kwargs)


def rendered(response):
    """The response with its page made now, while the rows are what it is to show."""
    if hasattr(response, "render") and not response.is_rendered:
        response.render()
    return response
