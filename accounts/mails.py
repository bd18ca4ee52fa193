"""Mail about somebody's own account, sent behind the answer: its time does not tell whether any was."""

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage

LOG = logging.getLogger(__name__)
_sender = ThreadPoolExecutor(1, thread_name_prefix="account-mail")


def send_later(message: EmailMessage) -> Future:
    return _sender.submit(_send, message)


def tell(user: Any, what: str) -> None:
    if not (settings.MAIL_IS_ON and user.email):
        return
    text = f"{what}\n\nIf it was not you, tell whoever runs the site.\n\n{settings.SITE_URL.rstrip('/')}/admin/\n"
    send_later(EmailMessage(f"Rungs: your account {user.get_username()}", text, None, [user.email]))


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except Exception:
        LOG.exception("A mail about an account could not be sent.")
