"""A feed of what happens to somebody’s drafts, at an address that only they know."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.syndication.views import Feed
from django.core import signing
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from editorial.models import DraftEvent

SALT = "editorial.feed"
NEWEST = 50


def feed_address(user: Any) -> str:
    """It ends with the password: whoever changes theirs has another."""
    return reverse("desk-feed", args=[signing.dumps([user.pk, user.password[-12:]], salt=SALT)])


class DeskFeed(Feed):
    feed_type = Atom1Feed
    author_name = "Rungs"
    subtitle = "What waits for you, was sent back or published."

    def get_object(self, request: HttpRequest, token: str) -> Any:
        try:
            number, ending = signing.loads(token, salt=SALT)
        except (signing.BadSignature, ValueError, TypeError):
            raise Http404("There is no such feed.") from None
        user = get_user_model().objects.filter(pk=number, is_active=True, is_staff=True).first()
        if user is None or user.password[-12:] != ending:
            raise Http404("There is no such feed.")
        return user

    def title(self, user: Any) -> str:
        return f"Rungs, the desk of {user}"

    def link(self, user: Any) -> str:
        return _at_site(reverse("admin:index"))

    def feed_url(self, user: Any) -> str:
        return _at_site(feed_address(user))

    def items(self, user: Any) -> list[DraftEvent]:
        if not user.has_perm("editorial.view_draft"):
            return []
        return list(DraftEvent.objects.about(user)[:NEWEST])

    def item_title(self, event: DraftEvent) -> str:
        return f"{event}: {event.draft.reason or f'draft {event.draft_id}'}"

    def item_description(self, event: DraftEvent) -> str:
        return escape(event.text)

    def item_link(self, event: DraftEvent) -> str:
        return _at_site(event.draft.desk_url)

    def item_guid(self, event: DraftEvent) -> str:
        return _at_site(f"{event.draft.desk_url}#event-{event.pk}")

    def item_pubdate(self, event: DraftEvent) -> datetime:
        return event.at

    def item_updateddate(self, event: DraftEvent) -> datetime:
        return event.at


def _at_site(path: str) -> str:
    return settings.SITE_URL.rstrip("/") + path
