"""The second step of signing in: a code of an app (TOTP, RFC 6238) or a recovery code."""

import binascii
import math
import secrets
from base64 import b32encode
from dataclasses import dataclass
from enum import Enum
from typing import Any
from urllib.parse import quote, urlencode

import segno
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts import recovery_codes
from accounts.models import RecoveryCode, SignIn

SESSION_KEY = "second_factor"
"""In a session: how its owner proved who they are, beside the password."""
KEY_BYTES = 20
DIGITS, STEP, TOLERANCE = 6, 30, 1
PUBLISH = "editorial.publish_draft"
MOST_LETTERS = 64
MOST_DOUBLINGS = 11
"""Each wrong code of an app doubles the seconds to the next, up to 34 minutes: 42 guesses a day, of a million codes."""


class CodeVerdict(Enum):
    APP = SignIn.Method.APP
    RECOVERY = SignIn.Method.RECOVERY
    WRONG = ""
    TOO_SOON = None

    @property
    def is_right(self) -> bool:
        return self in (CodeVerdict.APP, CodeVerdict.RECOVERY)


@dataclass(frozen=True)
class CodeCheck:
    """`seconds` until a code of the app is looked at again."""

    verdict: CodeVerdict
    seconds: int = 0


def device_of(user: Any) -> Any:
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def is_required(user: Any) -> bool:
    whom = settings.SECOND_FACTOR
    return whom == "everybody" or (whom == "publishers" and user.has_perm(PUBLISH))


def is_owed(request: HttpRequest) -> bool:
    """Whether somebody who has signed in has to set up the second step before anything else."""
    if settings.SECOND_FACTOR == "nobody" or request.user.is_anonymous or request.session.get(SESSION_KEY):
        return False
    return is_required(request.user)


@transaction.atomic
def check(user: Any, text: str) -> CodeCheck:
    """Each code is right once. Recovery codes are looked at even while the app's are not."""
    code = "".join(text.split()).replace("-", "").lower()[:MOST_LETTERS]
    device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True).first()
    if len(code) != DIGITS:
        if not recovery_codes.use(user, code):
            return CodeCheck(CodeVerdict.WRONG)
        if device:
            device.throttle_reset()
        return CodeCheck(CodeVerdict.RECOVERY)
    if device is None:
        return CodeCheck(CodeVerdict.WRONG)
    return _check_app(device, code)


def _check_app(device: Any, code: str) -> CodeCheck:
    allowed, why_not = device.verify_is_allowed()
    if not allowed:
        left = why_not["locked_until"] - timezone.now()
        return CodeCheck(CodeVerdict.TOO_SOON, max(1, math.ceil(left.total_seconds())))
    device.throttling_failure_count = min(device.throttling_failure_count, MOST_DOUBLINGS)
    is_right = device.verify_token(code if _is_digits(code) else "")
    return CodeCheck(CodeVerdict.APP if is_right else CodeVerdict.WRONG)


def _is_digits(code: str) -> bool:
    return code.isascii() and code.isdecimal()


# Setting it up --------------------------------------------------------------------------------------------------------


def new_key() -> str:
    return secrets.token_hex(KEY_BYTES)


def typed_key(key: str) -> str:
    letters = b32encode(binascii.unhexlify(key)).decode()
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def address_for_app(user: Any, key: str) -> str:
    label = quote(f"Rungs:{user.get_username()}")
    fields = {"secret": typed_key(key).replace(" ", ""), "issuer": "Rungs", "digits": DIGITS, "period": STEP}
    return f"otpauth://totp/{label}?{urlencode(fields)}"


def qr_code(user: Any, key: str) -> str:
    """SVG without style, for the content security policy."""
    code = segno.make(address_for_app(user, key), error="m", micro=False)
    return code.svg_inline(scale=5, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None, omitsize=False)


def set_up(user: Any, key: str, text: str) -> list[str]:
    """The recovery codes, once; none if the app's code is wrong, or somebody else was quicker."""
    code = "".join(text.split())
    totp = TOTP(binascii.unhexlify(key), STEP, 0, DIGITS, 0)
    if len(code) != DIGITS or not _is_digits(code) or not totp.verify(int(code), TOLERANCE):
        return []
    with transaction.atomic():
        get_user_model().objects.select_for_update().get(pk=user.pk)
        if device_of(user):
            return []
        TOTPDevice.objects.create(user=user, name="App", key=key, tolerance=TOLERANCE, last_t=totp.t())
        return recovery_codes.make_new(user)


@transaction.atomic
def take_away(user: Any) -> bool:
    RecoveryCode.objects.filter(user=user).delete()
    return bool(TOTPDevice.objects.filter(user=user).delete()[0])
