"""How many wrong passwords are heard in five minutes: for one account from one network, from one network, in all.

An account is not closed: its editor gets in from elsewhere, unless guesses come from everywhere.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PER_ACCOUNT, PER_NETWORK, PER_SITE = 10, 30, 300
MINUTES = 5
TOO_MANY_REQUESTS = 429


def too_many(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict | None = None, *args: object
) -> HttpResponse:
    context = {"title": "Too many wrong passwords", "minutes": MINUTES}
    page = render(request, "admin/too_many.html", context, status=TOO_MANY_REQUESTS)
    page["Retry-After"] = str(MINUTES * 60)
    return page
