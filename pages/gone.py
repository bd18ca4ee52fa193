"""Permanent addresses whose row is not there any more: 410 with what it said, or 301 to where it is now."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from careers.models import Career
from explore.headings import heading_of
from explore.removed import (
    RemovedRow,
    find_removed,
    moved_career,
    removed_career,
    removed_occupation,
    removed_statement,
)
from facts.models import Change, Release, Source
from facts.models.statement import statement_models

FORMS = ("", ".svg", ".png")
OF_CAREERS = ("career", "handout", "readiness", "own-words", "toolkit", "toolkit-document")
OF_OCCUPATIONS = ("occupation", "occupation-handout", "occupation-places", "occupation-industries")
OF_JOBS = tuple(f"embed-job{form}" for form in FORMS)
OF_STATEMENTS = ("statement", "citation", *(f"embed-figure{form}" for form in FORMS))
#: The argument that may name a career, by the address's name.
CAREER_ARGUMENTS = {**dict.fromkeys(OF_CAREERS, "slug"), **dict.fromkeys(OF_JOBS, "job")}
FEED = "changes-feed"

#: How the row of an address is looked for among those that were removed, by the address's name.
PERMANENT: dict[str, Callable[..., RemovedRow | None]] = {
    **dict.fromkeys(OF_CAREERS, lambda slug, **rest: removed_career(slug)),
    **dict.fromkeys(OF_OCCUPATIONS, lambda code, **rest: removed_occupation(code)),
    **dict.fromkeys(OF_JOBS, lambda job, **rest: removed_career(job) or removed_occupation(job)),
    **dict.fromkeys(OF_STATEMENTS, lambda key, **rest: removed_statement(key)),
    "source": lambda slug: find_removed([Source], [slug]),
    "release": lambda source, release: find_removed([Release], [f"{source}/{release}"]),
}


def gone_or_moved(request: HttpRequest) -> HttpResponse | None:
    """None where nothing is known to have been there."""
    match = request.resolver_match
    if match is None:
        return None
    if match.url_name == FEED:
        return _of_feed(request)
    argument = CAREER_ARGUMENTS.get(match.url_name or "")
    if argument and (career := moved_career(match.kwargs[argument])):
        return _moved(request, reverse(match.url_name, kwargs={**match.kwargs, argument: career.slug}))
    find = PERMANENT.get(match.url_name or "")
    removed = find(**match.kwargs) if find else None
    return _gone(request, removed) if removed else None


def _of_feed(request: HttpRequest) -> HttpResponse | None:
    slug = request.GET.get("career", "").replace("\0", "")
    if career := moved_career(slug):
        return HttpResponsePermanentRedirect(reverse(FEED, query={"career": career.slug}))
    removed = removed_career(slug)
    return _gone(request, removed) if removed else None


def _moved(request: HttpRequest, url: str) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{url}?{query}" if query else url)


def _gone(request: HttpRequest, removed: RemovedRow) -> HttpResponse:
    slug = removed.change.career_slug
    context = {
        "removed": removed,
        "what": heading_of(removed.change.model),
        "career": Career.objects.filter(slug=slug).first() if slug else None,
        "parts": [(part, heading_of(part.model), _address_of(part)) for part in removed.parts],
    }
    return render(request, "pages/gone.html", context, status=410)


def _address_of(change: Change) -> str:
    is_statement = change.model in {model._meta.label_lower for model in statement_models()}
    return reverse("statement", args=[change.key]) if is_statement else ""
