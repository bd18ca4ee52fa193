from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from explore.compare import MOST, suggest, suggest_pairs
from explore.compare import compare as set_side_by_side
from explore.side_by_side import documents_of, rows_of
from pages.comparison import CHOICES, address, lay_out, with_also, without
from pages.comparison_csv import comparison_csv, file_name
from pages.lists import Misread

FEWEST = 2


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """`?item=a&item=b`, and `?rows=` for some of the rows."""
    asked = request.GET.get("rows", "")
    rows = asked if asked in CHOICES else ""
    off = [Misread.of("Rows", asked, f"Known are {', '.join(CHOICES)}.")] if asked != rows else []
    comparison = set_side_by_side(request.GET.getlist("item"))
    items = comparison.items
    names = [item.name for item in items]
    context = {
        "page": lay_out(comparison, rows),
        "items": [(item, without(items, item)) for item in items],
        "names": names,
        "whole": address(names),
        "rows": rows,
        "jobs": rows_of(documents_of(items)) if len(items) >= FEWEST else [],
        "problems": comparison.problems,
        "readings": comparison.readings,
        "misread": off,
        "room": len(items) < MOST,
        "suggestions": [(one, with_also(items, one)) for one in suggest(items)] if items else [],
        "pairs": [] if items else [(a, b, who, address([a.slug, b.slug])) for a, b, who in suggest_pairs()],
    }
    return render(request, "pages/compare.html", context)


@require_safe
def table(request: HttpRequest) -> HttpResponse:
    comparison = set_side_by_side(request.GET.getlist("item"))
    names = [item.name for item in comparison.items]
    if comparison.problems or len(names) < FEWEST:
        return redirect(reverse("compare") + address(request.GET.getlist("item")[: 2 * MOST]))
    headers = {"Content-Disposition": f'attachment; filename="{file_name(names)}"'}
    return HttpResponse(comparison_csv(comparison), content_type="text/csv; charset=utf-8", headers=headers)
