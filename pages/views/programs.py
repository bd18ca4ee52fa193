from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models import Occupation
from education.kinds import PROGRAMS
from education.models import Path, ProgramOutcome, School, SchoolOffer
from explore.filters.base import Filters
from explore.filters.statements import filters_of
from explore.programs.levels import costs_by_level
from explore.programs.listing import find_programs, list_programs, newest_outcomes, pay_of
from facts.figure import Figure
from pages.lists import misread, page_of
from pages.views.schools import states_with_schools

ORDERS = (
    ("-earnings", "Highest earnings"),
    ("tuition", "Lowest tuition"),
    ("debt", "Lowest debt"),
    ("-completers", "Most graduates"),
    ("school", "School"),
)


@require_safe
def programs(request: HttpRequest) -> HttpResponse:
    """Programs of schools, narrowed and sorted; what makes no sense is named and left out."""
    release = newest_outcomes()
    found = filters_of(PROGRAMS)(request.GET, find_programs(release))
    rows = found.qs if "ordering" in found.asked else found.qs.by_earnings()
    page, off = page_of(rows, request.GET)
    job = _job(found)
    pay = pay_of(job) if job else None
    context = {
        "found": found,
        "page": page,
        "rows": list_programs(page.object_list, pay),
        "release": release,
        "misread": misread(found, request.GET) + off,
        "job": job,
        "pay": pay,
        "costs": _costs(job, found),
        "orders": ORDERS,
        "states": states_with_schools(),
        "levels": ProgramOutcome.Level.choices,
        "controls": School.Control.choices,
        "distances": SchoolOffer.Distance.choices,
    }
    return render(request, "pages/programs.html", context)


def _job(found: Filters) -> Occupation | None:
    """The one job whose programs are asked for; None where it is none or several."""
    codes = found.asked.get("occupation", ())
    jobs = Occupation.objects.filter(code__in=codes).order_by("-scheme", "pk") if len(codes) == 1 else ()
    return next(iter(jobs), None)


def _costs(job: Occupation | None, found: Filters) -> tuple[Figure, ...]:
    """What guides to the job say that a way in of the level asked for costs."""
    levels = found.asked.get("level", ())
    if job is None or len(levels) != 1:
        return ()
    return costs_by_level(Path.objects.into(job).with_words()).get(levels[0], ())
