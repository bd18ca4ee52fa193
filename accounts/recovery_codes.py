"""Ten codes for whoever has lost their app: shown once, kept hashed, each good for one time."""

import base64
import hashlib
import secrets
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import RecoveryCode

COUNT = 10
BYTES = 10
LETTERS = 16
GROUP = 4


@transaction.atomic
def make_new(user: Any) -> list[str]:
    """The codes as their owner reads them."""
    codes = [_random() for _ in range(COUNT)]
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=_digest(user, code)) for code in codes)
    return ["-".join(code[start : start + GROUP] for start in range(0, LETTERS, GROUP)) for code in codes]


def use(user: Any, code: str) -> bool:
    """Whether it was theirs and unused: of two requests one is let in."""
    left = RecoveryCode.objects.left(user).filter(digest=_digest(user, code))
    return bool(left.update(used_at=timezone.now()))


def count_left(user: Any) -> int:
    return RecoveryCode.objects.left(user).count()


def _random() -> str:
    return base64.b32encode(secrets.token_bytes(BYTES)).decode().lower()


def _digest(user: Any, code: str) -> str:
    return hashlib.sha256(f"{user.pk}:{code}".encode()).hexdigest()
