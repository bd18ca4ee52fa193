from typing import NamedTuple

from django.core.exceptions import ImproperlyConfigured

from config import env

LOOPBACK = ("http://127.0.0.1:", "http://localhost:")


class Provider(NamedTuple):
    """`domains` of mail addresses whose people get an account, as authors, when they first sign in."""

    issuer: str
    client: str
    secret: str
    name: str
    domains: tuple[str, ...]


def from_environment() -> Provider | None:
    issuer = env.text("RUNGS_OIDC_ISSUER")
    if not issuer:
        return None
    if not issuer.startswith(("https://", *LOOPBACK)):
        raise ImproperlyConfigured(f"RUNGS_OIDC_ISSUER={issuer!r} does not begin with https://.")
    client = env.required("RUNGS_OIDC_CLIENT", "the name under which the provider knows this site")
    domains = tuple(domain.lower().lstrip("@") for domain in env.words("RUNGS_OIDC_CREATE"))
    return Provider(
        issuer, client, env.text("RUNGS_OIDC_SECRET"), env.text("RUNGS_OIDC_NAME", "your organization"), domains
    )
