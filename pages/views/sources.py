from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.models import Outlook
from explore.source import list_sources, read_source
from facts.models import Release, Source
from pages.lists import page_of
from salaries.models import Wage

ROWS = 50


@dataclass(frozen=True, slots=True)
class _Kind:
    title: str
    words: str
    sources: list[tuple[Source, int]]


_KINDS = (
    (
        Source.Kind.GUIDE,
        "Career guides",
        "They speak to people about a job. What they say of pay and growth is a claim.",
    ),
    (
        Source.Kind.STATISTICS,
        "Official statistics",
        "They count jobs and pay by coded group. They are the record here.",
    ),
    (
        Source.Kind.CLASSIFICATION,
        "Classifications",
        "They say which jobs belong to which code, and which code became which.",
    ),
    (
        Source.Kind.RESEARCH,
        "Research",
        "They rate jobs by a method of their own. Different studies measure different things.",
    ),
    (Source.Kind.EDITORIAL, "Our own judgment", "What we decided ourselves, each time with a reason."),
)


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Guides a page at a time; the others on the first."""
    guides = Source.objects.filter(kind=Source.Kind.GUIDE)
    page, off = page_of(guides.values_list("pk", flat=True), request.GET, ROWS)
    shown = Q(pk__in=list(page)) | (Q(pk__in=()) if page.has_previous() else ~Q(kind=Source.Kind.GUIDE))
    listed = list_sources(Source.objects.filter(shown))
    kinds = [_Kind(title, words, [pair for pair in listed if pair[0].kind == kind]) for kind, title, words in _KINDS]
    context = {"kinds": [kind for kind in kinds if kind.sources], "page": page, "misread": off}
    return render(request, "pages/sources.html", context)


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        record = read_source(slug)
    except Source.DoesNotExist:
        raise Http404(f"There is no source “{slug}” here.") from None
    return render(request, "pages/source.html", {"record": record, "source": record.source})


@require_safe
def release(request: HttpRequest, source: str, release: str) -> HttpResponse:
    """A withdrawn one says why and shows no figures."""
    known = Release.objects.known().select_related("source")
    found = get_object_or_404(known, source__slug=source, slug=release)
    wages, outlooks = _wages(found), _outlooks(found)
    page, off = page_of(wages if wages.exists() else outlooks, request.GET, ROWS)
    context = {
        "release": found,
        "is_superseded": Release.objects.superseded(timezone.now().date()).filter(pk=found.pk).exists(),
        "page": page,
        "rows": [(row, {figure.field: figure for figure in row.figures()}) for row in page.object_list],
        "has_wages": page.paginator.object_list is wages,
        "misread": off,
    }
    return render(request, "pages/release.html", context)


def _wages(release: Release) -> QuerySet[Wage]:
    return Wage.objects.published().filter(release=release).national().with_words().order_by("occupation__code", "pk")


def _outlooks(release: Release) -> QuerySet[Outlook]:
    return Outlook.objects.published().filter(release=release).with_words().order_by("occupation__code", "pk")
