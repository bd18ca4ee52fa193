"""The mail server from one address: smtps://USER:PASSWORD@HOST:465, or smtp:// with STARTTLS."""

from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PORTS = {"smtp": 587, "smtps": 465}
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class MailServer(NamedTuple):
    host: str
    port: int
    user: str
    password: str
    is_ssl: bool
    is_tls: bool


def from_url(url: str) -> MailServer:
    """
    >>> from_url("smtps://me:p%40ss@mail.example")
    MailServer(host='mail.example', port=465, user='me', password='p@ss', is_ssl=True, is_tls=False)
    """
    if not url:
        return MailServer("localhost", 25, "", "", False, False)
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured("RUNGS_MAIL is no address of a mail server, such as smtps://USER:PASSWORD@HOST.")
    is_ssl = parts.scheme == "smtps"
    return MailServer(
        parts.hostname,
        parts.port or PORTS[parts.scheme],
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        is_ssl,
        not is_ssl and parts.hostname not in LOOPBACK,
    )
