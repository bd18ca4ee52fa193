"""Every page as Markdown, by Accept, or with `.md` in the place of the last slash; the first page at /index.md."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeGuard

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from lxml import html
from markdownify import markdownify

from careers.models import Career

NOT_TOLD = "nav | .//form | .//script | .//style | .//svg | .//template | .//button | .//input | .//dialog"
FIRST = "index"
PAGES = ("pages.views.", "api.documentation", "api.problems")
"""Where the views of pages for readers are."""
HTML, MARKDOWN = "text/html", "text/markdown; charset=utf-8"


@require_safe
def markdown(request: HttpRequest, path: str) -> HttpResponse:
    """Of any page that a reader can open; other answers (a redirect, a 404) are as the page's own."""
    address = "/" if path == FIRST else f"/{path}/"
    try:
        match = resolve(address)
    except Resolver404:
        raise Http404(f"There is no page at {address}.") from None
    if not match.func.__module__.startswith(PAGES):
        raise Http404(f"{address} is no page for readers.")
    request.path = request.path_info = address
    request.resolver_match = match
    page = match.func(request, *match.args, **match.kwargs)
    if not _is_read(page):
        return page
    told = HttpResponse(as_markdown(page.content.decode(), address), content_type=MARKDOWN)
    told["Link"] = _canonical(address)
    return told


class MarkdownMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        page = self.get_response(request)
        match = request.resolver_match
        if match is None or not match.func.__module__.startswith(PAGES) or not _is_read(page):
            return page
        patch_vary_headers(page, ["Accept"])
        if prefers_markdown(request.headers.get("Accept", "")):
            page.content = as_markdown(page.content.decode(), request.path_info)
            page["Content-Type"], page["Link"] = MARKDOWN, _canonical(request.path_info)
        return page


@lru_cache(maxsize=1_000)
def prefers_markdown(accept: str) -> bool:
    """By RFC 9110, 12.5.1; who takes both alike gets HTML."""
    wanted = MARKDOWN.partition(";")[0]
    if wanted not in accept.lower():
        return False
    request = HttpRequest()
    request.META["HTTP_ACCEPT"] = accept
    return request.get_preferred_type([HTML, wanted]) == wanted


def _is_read(page: HttpResponseBase) -> TypeGuard[HttpResponse]:
    is_whole = isinstance(page, HttpResponse) and page.status_code == 200
    return is_whole and page.headers["Content-Type"].startswith(HTML)


def _canonical(address: str) -> str:
    return f'<{settings.SITE_URL.rstrip("/")}{address}>; rel="canonical"'


def as_markdown(page: str, address: str) -> str:
    """Its main part, with whole addresses."""
    document = html.document_fromstring(page)
    document.make_links_absolute(settings.SITE_URL.rstrip("/") + address)
    (main,) = document.xpath("//main")
    for part in main.xpath(f".//{NOT_TOLD}"):
        part.drop_tree()
    text = markdownify(html.tostring(main, encoding="unicode"), heading_style="ATX", bullets="-")
    lines = [line.rstrip() for line in text.splitlines()]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).strip() + "\n"


@require_safe
def llms(request: HttpRequest) -> HttpResponse:
    """What there is for language models: https://llmstxt.org"""
    site = settings.SITE_URL.rstrip("/")
    context = {"site": site, "careers": Career.objects.order_by("title", "pk").only("title", "slug")}
    return render(request, "llms.txt", context, content_type="text/plain; charset=utf-8")
