"""How often one may guess a password: ten times in five minutes for one account from one address.

An account is not closed by that: its editor still gets in from any other address, and from this one after five minutes.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

GUESSES = 10
MINUTES = 5
TOO_MANY = 429


def too_many(request: HttpRequest, response: HttpResponse | None = None, credentials=None, *args) -> HttpResponse:
    """What somebody is told who has guessed too often."""
    context = {"title": "Too many wrong passwords", "minutes": MINUTES}
    answer = render(request, "admin/too_many.html", context, status=TOO_MANY)
    answer["Retry-After"] = str(MINUTES * 60)
    return answer
