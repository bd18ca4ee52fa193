from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.browse.ready import READY_LISTS
from explore.facets import group_facet
from explore.home import read_home_page
from explore.interests import INTERESTS
from explore.reference_releases import newest_yardstick


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Search, lists that are ready, ways to browse, and two examples of what is special here."""
    yardstick = newest_yardstick()
    context = {
        "home": read_home_page(),
        "ready_lists": READY_LISTS,
        "interests": INTERESTS,
        "groups": group_facet(yardstick),
        "yardstick": yardstick,
    }
    return render(request, "pages/home.html", context)
