"""Somebody has to be able to see to accounts: the last who can is not taken away."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

NEEDED = ("is_active", "is_staff", "is_superuser")
WORDS = "This would leave no superuser who can sign in. Make somebody else a superuser first."


@transaction.atomic
def would_leave_none(accounts: Iterable[Any]) -> bool:
    """Two who ask at once wait for each other."""
    able = get_user_model().objects.select_for_update().filter(**dict.fromkeys(NEEDED, True))
    keys = {account.pk for account in able.order_by("pk") if account.has_usable_password()}
    return bool(keys) and keys <= {account.pk for account in accounts}
