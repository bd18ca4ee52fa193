"""What happens to a draft is noted in its thread, and told by mail to those whom it concerns."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q

from editorial.models import Draft, DraftEvent

Kind = DraftEvent.Kind
PUBLISH = "publish_draft"
LONGEST_TEXT = 2_000
#: What publishers are told who have nothing else to do with the draft.
FOR_PUBLISHERS = (Kind.HANDED_IN,)
#: What nobody needs a mail for.
QUIET = (Kind.TAKEN_BACK, Kind.DISCARDED, Kind.UNSCHEDULED)


def note(draft: Draft, kind: DraftEvent.Kind, *, by: Any, text: str = "", **about: Any) -> DraftEvent:
    event = DraftEvent.objects.create(draft=draft, kind=kind, by=by, text=text[:LONGEST_TEXT], **about)
    if settings.MAIL_IS_ON and kind not in QUIET:
        addresses = sorted({user.email for user in concerned(draft, kind) if user.email and user != by})
        transaction.on_commit(lambda: send(event, addresses))
    return event


def concerned(draft: Draft, kind: DraftEvent.Kind) -> Iterable[Any]:
    accounts = get_user_model().objects.filter(is_active=True)
    writing = Q(pk=draft.author_id) | Q(shared_drafts__draft=draft) | Q(pk=draft.assignee_id)
    if kind in FOR_PUBLISHERS and draft.assignee_id is None:
        return publishers()
    return accounts.filter(writing).distinct()


def publishers() -> Any:
    may = Q(is_superuser=True) | Q(user_permissions__codename=PUBLISH) | Q(groups__permissions__codename=PUBLISH)
    return get_user_model().objects.filter(may, is_active=True, is_staff=True).order_by("username").distinct()


def send(event: DraftEvent, addresses: Iterable[str]) -> None:
    """One mail each: nobody sees the addresses of the others. A mail server that is away stops nobody’s work."""
    draft = event.draft
    subject = f"Rungs: {event.by} {event.get_kind_display()}: {draft.reason or f'draft {draft.pk}'}"
    lines = [subject.removeprefix("Rungs: "), "", event.text, "", settings.SITE_URL.rstrip("/") + draft.desk_url]
    for address in addresses:
        send_mail(" ".join(subject.split())[:200], "\n".join(lines), None, [address], fail_silently=True)
