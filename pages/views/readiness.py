from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from careers.models import Career
from explore.readiness import asked_of, read_answers
from facts.footing import rest_on_rows
from pages.readiness import ANSWERS, has_blanks, lay_out, misread, without_blanks


@require_safe
def readiness(request: HttpRequest, slug: str) -> HttpResponse:
    """Answers are in the address; nothing is kept."""
    career = Career.objects.select_related("field").filter(slug=slug).first()
    if career is None:
        raise Http404(f"There is no career “{slug}” here.")
    if has_blanks(request.GET):
        return redirect(request.path + without_blanks(request.GET))  # an address to share holds answers only
    rest_on_rows(request, slug)
    answers = read_answers(request.GET)
    asked = asked_of(career, by=answers.by, rung=answers.rung)
    context = {
        "page": lay_out(career, asked, answers),
        "career": career,
        "answers": answers,
        "choices": ANSWERS,
        "misread": misread(answers, request.GET),
        "answered": without_blanks(request.GET),
    }
    response = render(request, "pages/readiness.html", context)
    if request.GET:
        patch_cache_control(response, private=True)  # somebody’s answers are nobody else’s to keep
    return response
