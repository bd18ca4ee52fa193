from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from careers.models import Career
from explore.changes import News, count_changes, list_changes, list_editions, news_of
from explore.filters.problems import is_plain
from facts.models import Edition
from pages.feeds import EditionFeed
from pages.lists import Misread, page_of

ROWS = 100

feed = require_safe(EditionFeed())


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    slug = request.GET.get("career", "")
    career = Career.objects.filter(slug=slug).first() if slug and is_plain(slug) else None
    page, off = page_of(list_editions(career.slug if career else ""), request.GET)
    if slug and not career:
        off.append(Misread.of("Career", slug, "There is no such career here."))
    editions = page.object_list
    news = news_of(editions, career.slug) if career else [News(edition, [], [], []) for edition in editions]
    return render(request, "pages/changes.html", {"page": page, "news": news, "career": career, "misread": off})


@require_safe
def edition(request: HttpRequest, number: int) -> HttpResponse:
    found = get_object_or_404(Edition.objects.select_related("by"), number=number)
    page, off = page_of(found.changes.order_by("pk"), request.GET, ROWS)
    context = {
        "shown": found,
        "counted": count_changes(found),
        "page": page,
        "rows": list_changes(page.object_list),
        "misread": off,
        "earlier": Edition.objects.filter(number__lt=found.number).newest_first().first(),
        "later": Edition.objects.filter(number__gt=found.number).order_by("number").first(),
    }
    return render(request, "pages/edition.html", context)
