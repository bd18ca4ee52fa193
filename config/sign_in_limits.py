"""How many wrong passwords are heard in five minutes: for one account from one network, from one network, in all.

An account is not closed by the first two: its editor still gets in from elsewhere, and from here after five minutes.
The last is for guesses from many networks; who is signed in does not notice.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PER_ACCOUNT, PER_NETWORK, PER_SITE = 10, 30, 300
MINUTES = 5
TOO_MANY_REQUESTS = 429


def too_many(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict | None = None, *args: object
) -> HttpResponse:
    """The response to who has guessed too often."""
    context = {"title": "Too many wrong passwords", "minutes": MINUTES}
    page = render(request, "admin/too_many.html", context, status=TOO_MANY_REQUESTS)
    page["Retry-After"] = str(MINUTES * 60)
    return page
