"""What other sites may frame. All other pages stay DENY."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from careers.models import Occupation
from explore.compare import compare as set_side_by_side
from explore.jobs import KeptDocument, kept_named
from explore.side_by_side import documents_of
from explore.statement import read_statement
from facts.actions import career_slug_of
from facts.footing import edition_shown, rest, rest_on_rows
from pages.embeds.charts import CHARTS, compared, of_statement
from pages.embeds.drawing import HEIGHT, LEFT, RIGHT, WIDTH, BarChart
from pages.pinned import by_edition
from pages.statement import lay_out
from pages.templatetags.embeds import frame_of

FRAMED = {
    "default-src": [NONE],
    "style-src": [SELF],
    "img-src": [SELF],
    "base-uri": [NONE],
    "connect-src": [NONE],
    "font-src": [NONE],
    "script-src": [NONE],
    "form-action": [NONE],
    "frame-ancestors": ["*"],
}
ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}
FEWEST = 2
LONGEST_ADDRESS = 2_000
EMBEDDED = {"career": ("slug", "embed-job"), "occupation": ("code", "embed-job"), "statement": ("key", "embed-figure")}
"""Pages that oEmbed leads from: by the name of their address, which part of it, and where it leads."""

View = Callable[..., HttpResponseBase]


def _for_other_sites(view: Callable[..., BarChart]) -> Callable[..., HttpResponseBase]:
    """The chart that a view gives, as a page or a picture."""

    @require_safe
    @xframe_options_exempt
    @csp_replace(FRAMED)
    @by_edition
    @wraps(view)
    def shown(request: HttpRequest, *args: Any, form: str = "", **kwargs: Any) -> HttpResponse:
        chart, site = view(request, *args, **kwargs), settings.SITE_URL.rstrip("/")
        if form == ".svg":
            return HttpResponse(chart.svg(site), content_type="image/svg+xml", headers=ANY_ORIGIN)
        if form == ".png":
            return HttpResponse(chart.png(site), content_type="image/png", headers=ANY_ORIGIN)
        edition = edition_shown(request)
        oembed = f"{site}{reverse('oembed')}?{urlencode({'url': site + request.get_full_path()})}"
        context = {"chart": chart, "site": site, "edition": edition, "oembed": oembed, "longest": RIGHT - LEFT}
        return render(request, "embed/page.html", context)

    return shown


@_for_other_sites
def figure(request: HttpRequest, key: str) -> BarChart:
    """A statement of a guide."""
    record = read_statement(key)
    if record is None or record.withdrawn_with:
        raise Http404(f"There is no figure “{key}” here.")
    rest_on_rows(request, career_slug_of(record.statement))
    page = lay_out(record)
    return _drawn(of_statement(page.title, record.figures, record.statement.get_absolute_url()), page.title)


@_for_other_sites
def job(request: HttpRequest, job: str, chart: str) -> BarChart:
    """A career by its slug, or an occupation by its code."""
    if chart not in CHARTS:
        raise Http404(f"There is no such chart. Known are: {', '.join(CHARTS)}.")
    kept = _kept(job, request.GET.get("scheme", ""))
    rest(request, kept.footing)
    return _drawn(CHARTS[chart](kept.document), kept.document.title)


@_for_other_sites
def compare(request: HttpRequest) -> BarChart:
    names = request.GET.getlist("item")
    comparison = set_side_by_side(names)
    if comparison.problems or len(comparison.items) < FEWEST:
        raise Http404("Name two to four jobs, each as item=…")
    query = urlencode([("item", item.name) for item in comparison.items])
    return _drawn(compared(documents_of(comparison.items), f"{reverse('compare')}?{query}"), "these jobs")


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """https://oembed.com, for pages of figures and jobs, and for what can be framed already."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Only JSON is given.\n", status=501, content_type="text/plain")
    site = settings.SITE_URL.rstrip("/")
    address = _embedded(request.GET.get("url", ""))
    width = min(WIDTH, _number(request.GET.get("maxwidth"), WIDTH))
    height = min(HEIGHT, _number(request.GET.get("maxheight"), HEIGHT))
    path, mark, query = address.partition("?")
    told = {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Rungs",
        "provider_url": site + "/",
        "title": "A chart from Rungs",
        "width": width,
        "height": height,
        "html": frame_of(site + address, width, height),
        "thumbnail_url": f"{site}{path.rstrip('/')}.png{mark}{query}",
        "thumbnail_width": 2 * WIDTH,
        "thumbnail_height": 2 * HEIGHT,
    }
    return JsonResponse(told, headers=ANY_ORIGIN)


def _embedded(url: str) -> str:
    """Raises Http404."""
    try:
        parts = urlsplit(url) if "\0" not in url and len(url) < LONGEST_ADDRESS else None
    except ValueError:
        parts = None
    if parts is None or f"{parts.scheme}://{parts.netloc}" != settings.SITE_URL.rstrip("/"):
        raise Http404("oEmbed gives pages of this site alone: url=…")
    try:
        match = resolve(parts.path)
    except Resolver404:
        raise Http404("There is no such page here.") from None
    query = f"?{urlencode(parse_qsl(parts.query))}" if parts.query else ""
    name = match.url_name or ""
    if name in EMBEDDED:
        part, leads_to = EMBEDDED[name]
        found = [match.kwargs[part], *(["pay"] if leads_to == "embed-job" else [])]
        return reverse(leads_to, args=found) + query
    if name == "compare":
        return reverse("embed-compare") + query
    if name.startswith("embed-") and not match.kwargs.get("form"):
        return parts.path + query
    raise Http404("This page cannot be framed. Figures, jobs and comparisons can.")


def _kept(name: str, scheme: str) -> KeptDocument:
    """Raises Http404."""
    try:
        return kept_named(name, scheme)
    except Occupation.DoesNotExist:
        raise Http404(f"There is no job “{name}” here.") from None


def _drawn(chart: BarChart | None, title: str) -> BarChart:
    """Raises Http404."""
    if chart is None or not any(bar.width for bar in chart.bars):
        raise Http404(f"There are no figures of {title} that one chart could show.")
    return chart


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and int(text[:6]) > 0 else otherwise
