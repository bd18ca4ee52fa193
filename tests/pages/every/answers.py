"""What the site answers, without a server: with its errors as a server tells them, and its developers' pages open."""

import re
from functools import cache
from gzip import compress
from urllib.parse import urldefrag, urljoin

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client, override_settings
from django.urls import set_urlconf

HOST = "http://localhost"  # which a browser trusts as it does HTTPS
FETCHED = re.compile(r'<(?:script[^>]* src|link rel="(?:stylesheet|icon)"[^>]* href|img[^>]* src)="([^"]+)"')


def ask(address: str, **headers: str):
    """The answer to a GET. An error is a page; with DEBUG on only where it opens the gallery."""
    middleware = ["tests.pages.every.doors.opened", *settings.MIDDLEWARE]
    client = Client(raise_request_exception=False, headers={"host": "localhost"} | headers)
    with override_settings(MIDDLEWARE=middleware, DEBUG=address.startswith("/components/")):
        answer = client.get(urldefrag(address).url)
    set_urlconf(None)
    return answer


def fetched_by(html: str, address: str) -> set[str]:
    """The full addresses of the style sheets, scripts, icons and pictures that a page fetches by itself."""
    return {urljoin(f"{HOST}{address}", found) for found in FETCHED.findall(html)}


@cache
def wire_size(url: str) -> int:
    """The bytes of a static file as WhiteNoise sends it on a server: compressed once, as small as gzip can."""
    with open(finders.find(url.removeprefix(f"{HOST}/static/")), "rb") as file:
        return len(compress(file.read(), compresslevel=9))
