import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models import Occupation
from careers.schemes import SchemeSlugs
from explore.facets import occupation_facets
from explore.filters.occupations import OccupationFilter
from explore.listing import list_occupations
from explore.occupation import find_occupation
from explore.reference_releases import COUNTRY, CURRENT, newest_yardstick, place_named
from facts.country_names import country_name
from facts.models import Place
from pages.lists import misread, page_of

ORDERS = (
    ("code", "Code"),
    ("title", "Title"),
    ("-median", "Highest pay"),
    ("-employment", "Most jobs"),
    ("-growth", "Growth"),
)
CODE = re.compile(r"[\w.:-]{1,120}")


@require_safe
def occupations(request: HttpRequest) -> HttpResponse:
    scheme = request.GET.get("scheme", "")
    place = place_named(request.GET.get("place", COUNTRY)) or Place(code=COUNTRY, name=country_name(COUNTRY))
    yardstick = newest_yardstick(scheme if scheme in SchemeSlugs() else CURRENT, place.code)
    found = OccupationFilter(request.GET, yardstick.occupations().order_by("code"))
    page, off = page_of(found.qs, request.GET)
    context = {
        "found": found,
        "page": page,
        "rows": list_occupations(yardstick, page.object_list),
        "misread": misread(found, request.GET) + off,
        "facets": occupation_facets(yardstick, request.GET),
        "orders": ORDERS,
        "yardstick": yardstick,
        "scheme": Occupation.Scheme(yardstick.scheme),
        "place": place,
        "states": Place.objects.filter(kind=Place.Kind.STATE).order_by("name"),
    }
    return render(request, "pages/occupations.html", context)


def occupation_or_404(code: str, scheme: str) -> Occupation:
    """`scheme` is "" for the newest that has the code."""
    if not CODE.fullmatch(code) or scheme not in ("", *SchemeSlugs()):
        raise Http404("There is no occupation of this code and classification here.")
    try:
        return find_occupation(code, scheme)
    except Occupation.DoesNotExist as missing:
        raise Http404(str(missing)) from None
