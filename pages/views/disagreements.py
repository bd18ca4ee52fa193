from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models import Career
from explore.disagreement_list import find_differences
from explore.fact_check_verdict import WORDINGS
from explore.filters.problems import is_plain
from explore.growth_words import SCALES
from explore.studies.rankings import rank_disagreements
from explore.worked_examples import worked_examples
from facts.measures import Quantity
from pages.lists import Misread, page_of


@require_safe
def disagreements(request: HttpRequest) -> HttpResponse:
    career, quantity = request.GET.get("career", ""), request.GET.get("quantity", "")
    off = []
    if career and not (is_plain(career) and Career.objects.filter(slug=career).exists()):
        off.append(Misread.of("Career", career, "There is no such career here."))
        career = ""
    if quantity and quantity not in Quantity.values:
        off.append(Misread.of("About", quantity, f"Known are: {', '.join(Quantity.values)}."))
        quantity = ""
    found = find_differences(career=career, quantity=quantity)
    page, off_page = page_of(found.disagreements, request.GET)
    is_narrowed = bool(career or quantity)
    context = {
        "page": page,
        "found": [row.disagreement for row in page],
        "facets": found.facets,
        "misread": off + off_page,
        "is_narrowed": is_narrowed,
        "rankings": [] if is_narrowed or page.number > 1 else rank_disagreements(),
    }
    return render(request, "pages/disagreements.html", context)


@require_safe
def methodology(request: HttpRequest) -> HttpResponse:
    examples = [(WORDINGS[example.verdict], example) for example in worked_examples()]
    scales = [(f"{first}–{last % 100}", scale) for (first, last), scale in SCALES.items()]
    return render(request, "pages/methodology.html", {"examples": examples, "scales": scales})
