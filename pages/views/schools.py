from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from education.models import School, SchoolOffer
from education.states import STATES
from explore.filters.schools import SchoolFilter
from explore.programs.listing import find_programs, list_programs, newest_outcomes
from explore.schools import awards_in_words, distance_in_words, find_schools, school_releases
from pages.lists import misread, page_of

ORDERS = (("name", "Name"), ("tuition", "Lowest tuition"), ("-tuition", "Highest tuition"), ("state", "State"))

PROGRAMS_AT_ONCE = 20


@require_safe
def schools(request: HttpRequest) -> HttpResponse:
    releases = school_releases()
    found = SchoolFilter(request.GET, find_schools(releases).order_by("name", "unit_id"))
    page, off = page_of(found.qs, request.GET)
    context = {
        "found": found,
        "page": page,
        "rows": [_told(school) for school in page.object_list],
        "misread": misread(found, request.GET) + off,
        "releases": releases,
        "orders": ORDERS,
        "states": states_with_schools(),
        "controls": School.Control.choices,
        "awards": SchoolOffer.AWARDS,
        "distances": SchoolOffer.Distance.choices,
    }
    return render(request, "pages/schools.html", context)


@require_safe
def school(request: HttpRequest, unit_id: int) -> HttpResponse:
    releases = school_releases()
    found = find_schools(releases).filter(unit_id=unit_id).first()
    if found is None:
        raise Http404("No release that is loaded here lists a school of this number.")
    release = newest_outcomes()
    programs = find_programs(release).at_schools([unit_id])
    context = {
        "releases": releases,
        "row": _told(found),
        "school": found,
        "release": release,
        "count": programs.count(),
        "rows": list_programs(programs.most_completers_first()[:PROGRAMS_AT_ONCE]),
    }
    return render(request, "pages/school.html", context)


def _told(school: Any) -> dict:
    return {
        "school": school,
        "awards": awards_in_words(school.awards),
        "distance": distance_in_words(school.distance),
        "website": _website(school.website),
    }


def _website(text: str) -> str:
    """ "" for what is no address."""
    address = text if text.startswith(("http://", "https://")) else f"https://{text}"
    return address if text and "." in text and " " not in text else ""


def states_with_schools() -> list[tuple[str, str]]:
    held = set(School.objects.published().order_by().values_list("state", flat=True).distinct())
    return [(code, name) for code, name in STATES if code in held]
