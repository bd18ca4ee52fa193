from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.facets import career_facets, group_facet
from explore.home import read_front_page
from explore.reference_releases import newest_yardstick
from pages.climb import draw_climb


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    yardstick = newest_yardstick()
    front = read_front_page()
    context = {
        "front": front,
        "climb": draw_climb(front.climb),
        "groups": group_facet(yardstick),
        "facets": career_facets(yardstick, QueryDict()),
        "yardstick": yardstick,
    }
    return render(request, "pages/home.html", context)
