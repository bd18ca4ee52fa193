from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from careers.models import Career
from documents.toolkit.skills_in import wanted_of
from explore.skill_matching import LONGEST, Found, find, pieces

MOST_BYTES, CHUNK = 1_000_000, 64_000
MOST_BYTES_TO_PASS_OVER = 32_000_000
"""How much of a body that is too long is read and dropped: a browser shows no answer while it is still sending."""


@csrf_exempt  # it changes nothing and sets no cookie, so there is nothing to forge
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_words(request: HttpRequest, slug: str) -> HttpResponse:
    """The text is read once: never kept, never logged."""
    career = Career.objects.filter(slug=slug).first()
    if career is None:
        raise Http404(f"There is no career “{slug}” here.")
    text, problem = _text(request) if request.method == "POST" else ("", "")
    wanted = wanted_of(career)
    found = find(text, wanted) if text else []
    context = {
        "career": career,
        "text": text,
        "pieces": list(pieces(text, found)),
        "found": found,
        "missed": [each for each in wanted if each not in {one.wanted for one in found}],
        "problem": problem,
        "longest": LONGEST,
        "form": reverse("readiness", args=[slug]) + _answers(found),
    }
    return render(request, "pages/own-words.html", context, status=400 if problem else 200)


def _text(request: HttpRequest) -> tuple[str, str]:
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if length > MOST_BYTES:
        _pass_over(request, min(length, MOST_BYTES_TO_PASS_OVER))
        return "", f"That is more than a CV holds. Paste at most {LONGEST:,} characters of it."
    text = request.POST.get("text", "").replace("\r\n", "\n").strip()
    if len(text) > LONGEST:
        return "", f"Paste at most {LONGEST:,} characters; that was {len(text):,}."
    if not text:
        return "", "There was no text. Paste some words of a CV or of a job advertisement."
    if sum(not (letter.isprintable() or letter.isspace()) for letter in text) > len(text) / 100:
        return "", "That is no text that can be read here. Paste the words themselves, not a file."
    return text, ""


def _pass_over(request: HttpRequest, length: int) -> None:
    while length > 0 and (chunk := request.read(min(length, CHUNK))):
        length -= len(chunk)


def _answers(found: Iterable[Found]) -> str:
    given = {f"has[{one.wanted.key}]": "2" for one in found}
    return f"?{urlencode(given)}" if given else ""
