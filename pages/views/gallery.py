from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.facets import Facet, Option
from pages.gallery import LONG, answers, charts, disagreement, samples
from pages.job.spread import draw_spread
from pages.lists import Misread


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """With DEBUG only."""
    if not settings.DEBUG:
        raise Http404("There is no such page here.")
    options = [Option("A few", {"kind": "few"}, 3), Option("None", {"kind": "none"}, 0), Option(LONG, {"kind": "l"}, 1)]
    context = {
        "samples": list(samples()),
        "charts": charts(),
        "disagreement": disagreement(),
        "facets": [Facet("Kind", ("kind",), options)],
        "misread": [Misread.of("Kind", "nonsense", "There is no such kind.")],
        "long": LONG,
        "job": {"answers": answers()},
        "page": {"pay": answers().pay, "spread": draw_spread(answers().pay), "verdicts": {}},
    }
    return render(request, "pages/gallery.html", context)
