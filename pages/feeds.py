"""Feeds: what changed, for readers of news."""

from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from careers.models import Career
from explore.changes import list_editions
from explore.filters.problems import is_plain
from facts.models import Correction, Edition

NEWEST = 30


class EditionFeed(Feed):
    """The newest editions as an Atom feed; `?career=` names one career."""

    feed_type = Atom1Feed
    author_name = "Rungs"
    subtitle = "Every edition of Rungs: what was published, when and why."

    def get_object(self, request: HttpRequest) -> Career | None:
        """The career named, if any; raises Http404 where there is none of that name."""
        slug = request.GET.get("career", "")
        if not slug:
            return None
        career = Career.objects.filter(slug=slug).first() if is_plain(slug) else None
        if career is None:
            raise Http404("There is no such career here, so there is no feed of it.")
        return career

    def title(self, career: Career | None) -> str:
        """What the feed is called."""
        return f"Rungs: what changed for {career.title}" if career else "Rungs: what changed"

    def link(self, career: Career | None) -> str:
        """The page that says the same."""
        return at_site(reverse("changes") + _query(career))

    def feed_url(self, career: Career | None) -> str:
        """The feed's own address."""
        return at_site(reverse("changes-feed") + _query(career))

    def items(self, career: Career | None) -> list[Edition]:
        """The newest editions."""
        return list(list_editions(career.slug if career else "")[:NEWEST])

    def item_title(self, item: Edition) -> str:
        """The edition's number and how it was made."""
        return f"{item}: {item.get_act_display()}"

    def item_description(self, item: Edition) -> str:
        """Why, and how much."""
        changes = "1 change" if item.changed == 1 else f"{item.changed} changes"  # type: ignore[attr-defined]
        return escape(f"{item.reason} ({changes})")  # a summary is read as HTML

    def item_link(self, item: Edition) -> str:
        """The edition's page."""
        return at_site(item.get_absolute_url())

    def item_pubdate(self, item: Edition) -> datetime:
        """When it became public."""
        return item.published_at

    def item_updateddate(self, item: Edition) -> datetime:
        """When it became public: an edition never changes."""
        return item.published_at


def at_site(path: str) -> str:
    """A whole address of this site."""
    return settings.SITE_URL.rstrip("/") + path


def _query(career) -> str:
    return f"?career={career.slug}" if career else ""


class CorrectionFeed(Feed):
    """The newest corrections as an Atom feed."""

    feed_type = Atom1Feed
    author_name = "Rungs"
    title = "Rungs: corrections"
    subtitle = "Published figures that say something else now: what they said, what they say, and why."

    def link(self) -> str:
        """The page that says the same."""
        return at_site(reverse("corrections"))

    def feed_url(self) -> str:
        """The feed's own address."""
        return at_site(reverse("corrections-feed"))

    def items(self) -> list[Correction]:
        """The newest corrections."""
        return list(Correction.objects.newest_first()[:NEWEST])

    def item_title(self, item: Correction) -> str:
        """Which figure, and whether it was wrong or revised."""
        return str(item)

    def item_description(self, item: Correction) -> str:
        """What it said, what it says, and why."""
        said = f"Before: {item.before} Now: {item.after} {item.edition.reason} {item.cause}"
        return escape(said.strip())  # a summary is read as HTML

    def item_link(self, item: Correction) -> str:
        """The place of the notice."""
        return at_site(item.get_absolute_url())

    def item_guid(self, item: Correction) -> str:
        """One for each notice."""
        return at_site(f"{reverse('corrections')}#c{item.pk}")

    def item_pubdate(self, item: Correction) -> datetime:
        """When it became public."""
        return item.edition.published_at

    def item_updateddate(self, item: Correction) -> datetime:
        """When it became public: a notice never changes."""
        return item.edition.published_at
