from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from explore.filters.problems import is_plain
from explore.fit import Fit, jobs_near, rank_jobs, read_fit_answers
from explore.reference_releases import newest_yardstick
from pages.fit import form_of, has_blanks, misread_of, most_of, rows_of, without_blanks
from pages.lists import page_of

LONGEST = 200


@require_safe
def fit(request: HttpRequest) -> HttpResponse:
    """Answers are in the address; nothing is kept."""
    if has_blanks(request.GET):
        return redirect(request.path + without_blanks(request.GET))
    answers = read_fit_answers(request.GET)
    fits: list[Fit] = []
    yardstick = newest_yardstick()
    if not answers.is_empty:
        fits, yardstick = rank_jobs(answers)
    page, off = page_of(fits, request.GET)
    job = _job(request)
    mine, near = jobs_near(job) if job else (None, [])
    context = {
        "form": form_of(answers),
        "answers": answers,
        "page": page,
        "rows": rows_of(list(page.object_list), yardstick),
        "most": most_of(answers),
        "yardstick": yardstick,
        "job": job,
        "mine": mine,
        "near": near,
        "misread": misread_of(answers, request.GET) + off,
    }
    response = render(request, "pages/fit.html", context)
    if request.GET:
        patch_cache_control(response, private=True)  # somebody’s answers are nobody else’s to keep
    return response


def _job(request: HttpRequest) -> str:
    name = request.GET.get("job", "")
    return name if len(name) <= LONGEST and is_plain(name) else ""
