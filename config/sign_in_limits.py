"""Wrong passwords allowed in five minutes: per account and network, per network, and in all.

Accounts are never locked: the editor can sign in from another network.
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
