from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from explore.fit import fits_of, unasked_besides
from explore.readiness import read_answers
from explore.readiness.gathering import asked_by_guides, credentials_most_asked, most_asked
from pages.fit import address_of, lay_out
from pages.lists import page_of
from pages.readiness import ANSWERS, has_blanks, misread, without_blanks


@require_safe
def fit(request: HttpRequest) -> HttpResponse:
    """Answers are in the address; nothing is kept."""
    if has_blanks(request.GET):
        return redirect(request.path + without_blanks(request.GET))  # an address to share holds answers only
    given = request.GET.copy()
    given.pop("page", None)
    answers = read_answers(given)
    fits = [] if answers.is_empty else fits_of(answers.having, asked_by_guides())
    shown, off_page = page_of(fits, request.GET)
    context = {
        "page": lay_out(most_asked(answers.having.abilities), credentials_most_asked(), answers),
        "shown": shown,
        "fits": [(fit, address_of(fit, given)) for fit in shown],
        "unasked": unasked_besides(fits) if fits else [],
        "answers": answers,
        "choices": ANSWERS,
        "misread": misread(answers, given) + off_page,
    }
    response = render(request, "pages/fit.html", context)
    if request.GET:
        patch_cache_control(response, private=True)  # somebody’s answers are nobody else’s to keep
    return response
