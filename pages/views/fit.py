from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from explore.fit import fits_of, unasked_besides
from explore.readiness import read_answers
from explore.readiness.gathering import asked_by_guides
from pages.fit import address_of, lay_out
from pages.readiness import ANSWERS, has_blanks, misread, without_blanks


@require_safe
def fit(request: HttpRequest) -> HttpResponse:
    """Answers are in the address; nothing is kept."""
    if has_blanks(request.GET):
        return redirect(request.path + without_blanks(request.GET))  # an address to share holds answers only
    answers = read_answers(request.GET)
    asked = asked_by_guides()
    fits = [] if answers.is_empty else fits_of(answers.having, asked)
    context = {
        "page": lay_out(asked.values(), answers),
        "fits": [(fit, address_of(fit, request.GET)) for fit in fits],
        "unasked": unasked_besides(fits) if fits else [],
        "answers": answers,
        "choices": ANSWERS,
        "misread": misread(answers, request.GET),
    }
    response = render(request, "pages/fit.html", context)
    if request.GET:
        patch_cache_control(response, private=True)  # somebody’s answers are nobody else’s to keep
    return response
