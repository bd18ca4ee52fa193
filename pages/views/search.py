from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from editorial.missed_searches import count_missed_search
from explore.filters.problems import is_plain
from explore.search import jobs_compared
from explore.search import search as search_titles
from pages.lists import Misread, page_of
from pages.results import with_lines

LONGEST = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Jobs by their titles; a question that a list or a comparison answers leads there."""
    query, off = _readable(request.GET.get("q", ""))
    if pair := jobs_compared(query):
        return HttpResponseRedirect(f"{reverse('compare')}?{urlencode({'item': pair}, doseq=True)}")
    answer = search_titles(query, correct="exact" not in request.GET)
    if answer.list is not None:
        return HttpResponseRedirect(f"{reverse('careers')}?{urlencode(answer.list)}")
    page, off_page = page_of(answer.hits, request.GET)
    context = {
        "query": query,
        "answer": answer,
        "page": page,
        "results": with_lines(list(page.object_list), answer.place),
        "misread": off + off_page,
    }
    response = render(request, "pages/search.html", context)
    if query and not answer.hits:
        count_missed_search(query)
        add_never_cache_headers(response)
    return response


def _readable(query: str) -> tuple[str, list[Misread]]:
    """What of the query can be read, and what is wrong with the rest."""
    if not is_plain(query):
        return "", [Misread.of("Search", query, "It has characters that no text has.")]
    if len(query) > LONGEST:
        too_long = f"These are {len(query):,} characters; the first {LONGEST} were read."
        return query[:LONGEST].strip(), [Misread.of("Search", query, too_long)]
    return query.strip(), []
