from copy import copy
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import Resolver404, resolve

from editorial.admin.drafted import rendered
from editorial.drafting import as_drafted
from editorial.drafting.marking import marked
from editorial.models import Draft

#: The pages that may be seen so, by their names: those that read the rows themselves, and keep nothing in memory.
PREVIEWED = ("career", "statement")
NOT_SENT = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_COOKIE", "QUERY_STRING")


def preview(request: HttpRequest, draft: Draft, page: str) -> HttpResponse:
    """The page as `draft` would make it, changed parts marked. Raises Http404 for other pages."""
    try:
        match = resolve(page)
    except Resolver404:
        raise Http404("There is no such page.") from None
    if match.url_name not in PREVIEWED:
        raise Http404("Only guides and figures are shown as a draft would make them.")
    published = _answer(match, _readers(request, page))
    with as_drafted(draft):
        proposed = rendered(match.func(_readers(request, page), *match.args, **match.kwargs))
    content, parts = marked(proposed.content.decode(), published)
    sheet = f'<link rel="stylesheet" href="{static("css/preview.css")}"><meta name="robots" content="noindex">'
    banner = render_to_string("admin/preview.html", {"draft": draft, "parts": parts}, request)
    whole = content.replace("</head>", f"{sheet}</head>", 1).replace("<main", f"{banner}<main", 1)
    return HttpResponse(whole, headers={"Cache-Control": "private, no-store"})


def _answer(match: Any, request: HttpRequest) -> str:
    try:
        return rendered(match.func(request, *match.args, **match.kwargs)).content.decode()
    except Http404:
        return ""  # it would be new


def _readers(request: HttpRequest, page: Any) -> Any:
    public = copy(request)
    public.path = public.path_info = page
    public.method, public.GET, public.user = "GET", QueryDict(), AnonymousUser()
    public.META = {name: value for name, value in request.META.items() if name not in NOT_SENT}
    public.COOKIES = {}
    return public
