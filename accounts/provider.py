"""Signing in by another site with OpenID Connect. Off unless RUNGS_OIDC_ISSUER names one.

authlib asks (discovery, state, nonce, PKCE) and checks the ID token; whose account it is, is decided here.
"""

from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts.models import ProviderIdentity

SECONDS = 10
LEEWAY = 60
"""Seconds that the provider's clock may be off."""
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Of signatures with a key pair: our own secret signs nothing."""
AUTHORS = "Authors"
NEEDED = ("iss", "sub", "aud", "exp", "iat")


class ProviderRefused(Exception):  # noqa: N818 - an answer rather than a mistake
    """Why somebody is not let in, in words for them."""


def name() -> str:
    """How the provider is called on the sign-in page; empty while there is none."""
    return settings.OIDC.name if settings.OIDC else ""


def begin(request: HttpRequest) -> HttpResponse:
    """Raises ProviderRefused."""
    try:
        return _client(settings.OIDC).authorize_redirect(request, _way_back())
    except Exception as error:
        raise ProviderRefused(_words(error)) from error


def finish(request: HttpRequest) -> Any:
    """The account of whoever comes back. Raises ProviderRefused."""
    wanted: Any = settings.OIDC
    options: dict[str, Any] = {name: {"essential": True} for name in NEEDED}
    options |= {"iss": {"essential": True, "value": wanted.issuer}, "aud": {"essential": True, "value": wanted.client}}
    try:
        token = _client(wanted).authorize_access_token(request, claims_options=options, leeway=LEEWAY)
        claims = token["userinfo"]
    except Exception as error:
        raise ProviderRefused(_words(error)) from error
    return account_of(claims)


def account_of(claims: dict[str, Any]) -> Any:
    """The account tied to the claims' subject, or the one with their verified address. Raises ProviderRefused."""
    wanted: Any = settings.OIDC
    tied = ProviderIdentity.objects.filter(issuer=wanted.issuer, subject=str(claims["sub"])[:255])
    identity = tied.select_related("user").first()
    user = identity.user if identity else _tie(wanted, claims)
    if not (user.is_active and user.is_staff):
        raise ProviderRefused("Your account here is closed. Ask a superuser of this site.")
    return user


def _tie(wanted: Any, claims: dict[str, Any]) -> Any:
    address = str(claims.get("email") or "").strip()
    if not address or claims.get("email_verified") is not True:
        raise ProviderRefused(f"{name()} gives no e-mail address that it has verified.")
    accounts = list(get_user_model().objects.filter(email__iexact=address)[:2])
    if len(accounts) > 1:
        raise ProviderRefused("Several accounts here have your e-mail address. Ask a superuser of this site.")
    try:
        with transaction.atomic():
            user = accounts[0] if accounts else _new(wanted, address)
            identity = {"issuer": wanted.issuer, "subject": str(claims["sub"])[:255]}
            ProviderIdentity.objects.create(user=user, **identity)
    except IntegrityError as error:
        raise ProviderRefused("The account with your e-mail address belongs to somebody else there.") from error
    return user


def _new(wanted: Any, address: str) -> Any:
    """An author, whatever the claims say of roles."""
    if address.rpartition("@")[2].lower() not in wanted.domains:
        raise ProviderRefused("No account here has your e-mail address. Ask a superuser of this site for one.")
    user = get_user_model().objects.create_user(address.lower()[:150], email=address, is_staff=True)
    user.groups.add(Group.objects.get_or_create(name=AUTHORS)[0])
    return user


def _way_back() -> str:
    return settings.SITE_URL.rstrip("/") + reverse("admin:provider-back")


@cache
def _client(wanted: Any) -> Any:
    """Keeps what the provider says of itself. Raises ProviderRefused."""
    try:
        from authlib.integrations.django_client import OAuth
    except ImportError as error:
        raise ProviderRefused("The extra rungs[oidc] is not installed on this server.") from error
    client = OAuth().register(
        "provider",
        client_id=wanted.client,
        client_secret=wanted.secret or None,
        server_metadata_url=wanted.issuer.rstrip("/") + "/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid email profile",
            "code_challenge_method": "S256",
            "default_timeout": SECONDS,
            **({} if wanted.secret else {"token_endpoint_auth_method": "none"}),
        },
    )
    metadata = client.load_server_metadata()
    if metadata.get("issuer") != wanted.issuer:
        raise ProviderRefused(f"{wanted.name} says that it is another issuer than this site expects.")
    offered = metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
    metadata["id_token_signing_alg_values_supported"] = [name for name in offered if name in ALGORITHMS]
    return client


WRONG = {
    "MismatchingStateError": "The answer does not belong to a sign-in that was begun in this browser. Begin again.",
    "ExpiredTokenError": "The answer is too old. Begin again, and check the clock of the server.",
    "BadSignatureError": "The answer is not signed by {name}.",
    "ConnectionError": "{name} does not answer now. Try again later, or log in with your password.",
    "Timeout": "{name} does not answer now. Try again later, or log in with your password.",
}
WRONG_CLAIMS = {
    "iss": "The answer comes from another issuer than this site expects.",
    "aud": "The answer is for another site.",
    "azp": "The answer is for another site.",
    "nonce": "The answer belongs to another sign-in. Begin again.",
    "exp": "The answer is too old. Begin again, and check the clock of the server.",
}


def _words(error: Exception) -> str:
    if isinstance(error, ProviderRefused):
        return str(error)
    if getattr(error, "error", "") == "access_denied":
        return f"{name()} did not let you in, or you said no there."
    kinds = [kind.__name__ for kind in type(error).__mro__]
    found = WRONG_CLAIMS.get(getattr(error, "claim", "")) or next((WRONG[kind] for kind in kinds if kind in WRONG), "")
    return (found or "The answer of {name} cannot be read.").format(name=name())
