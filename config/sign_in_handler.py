from datetime import timedelta
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.utils import timezone

from config.sign_in_limits import MINUTES, PER_NETWORK, PER_SITE
from editorial.reporting import network_of
from facts.client_ip import address_of


def network_of_client(request: HttpRequest) -> str:
    return network_of(address_of(request)).partition("/")[0]


class SignInHandler(AxesDatabaseHandler):
    """Adds limits per network and for the whole site to django-axes."""

    def is_locked(self, request: HttpRequest, credentials: dict | None = None) -> bool:
        recent = AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - timedelta(minutes=MINUTES))
        return (
            super().is_locked(request, credentials)
            or _failures(recent.filter(ip_address=network_of_client(request))) >= PER_NETWORK
            or _failures(recent) >= PER_SITE
        )


def _failures(attempts: QuerySet[Any]) -> int:
    return attempts.aggregate(failures=Sum("failures_since_start"))["failures"] or 0
