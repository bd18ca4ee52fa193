from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.filters.problems import is_plain
from explore.reference_releases import newest_yardstick
from explore.search import search as search_titles
from explore.search.entry import SearchKind
from pages.lists import Misread, page_of
from pages.results import with_record

LONGEST = 200
KINDS = (("", "Everything"), (SearchKind.CAREER, "Careers"), (SearchKind.OCCUPATION, "Occupations"))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query, off = _readable(request.GET.get("q", ""))
    answer = search_titles(query, correct="exact" not in request.GET)
    kind = request.GET.get("kind", "")
    if kind not in dict(KINDS):
        off.append(Misread.of("Kind", kind, "Known are career and occupation."))
        kind = ""
    page, off_page = page_of(answer.of_kind(kind) if kind else answer.hits, request.GET)
    context = {
        "query": query,
        "answer": answer,
        "page": page,
        "results": with_record(list(page.object_list), newest_yardstick()) if page.object_list else [],
        "kinds": [(value, name, len(answer.of_kind(value) if value else answer.hits)) for value, name in KINDS],
        "kind": kind,
        "misread": off + off_page,
    }
    return render(request, "pages/search.html", context)


def _readable(query: str) -> tuple[str, list[Misread]]:
    if not is_plain(query):
        return "", [Misread.of("Search", query, "It holds characters that no text has.")]
    if len(query) > LONGEST:
        too_long = f"These are {len(query):,} characters; the first {LONGEST} were read."
        return query[:LONGEST].strip(), [Misread.of("Search", query, too_long)]
    return query.strip(), []
