from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape, format_html, format_html_join

from careers.models import Career
from explore.changes import News, list_editions, news_of
from explore.filters.problems import is_plain
from facts.models import Correction

NEWEST = 30
MOST_LINES = 20
"""How many changes an entry lists: an edition that loads a guide has hundreds."""


class EditionFeed(Feed):
    """`?career=` names one career."""

    feed_type = Atom1Feed
    author_name = "Rungs"
    subtitle = "Every edition of Rungs: what was published, when and why."

    def get_object(self, request: HttpRequest) -> Career | None:
        """Raises Http404 for an unknown career."""
        slug = request.GET.get("career", "")
        if not slug:
            return None
        career = Career.objects.filter(slug=slug).first() if is_plain(slug) else None
        if career is None:
            raise Http404("There is no such career here, so there is no feed of it.")
        return career

    def title(self, career: Career | None) -> str:
        return f"Rungs: what changed for {career.title}" if career else "Rungs: what changed"

    def link(self, career: Career | None) -> str:
        return at_site(reverse("changes") + _query(career))

    def feed_url(self, career: Career | None) -> str:
        return at_site(reverse("changes-feed") + _query(career))

    def items(self, career: Career | None) -> list[News]:
        if career is None:
            return [News(edition, [], [], []) for edition in list_editions()[:NEWEST]]
        return news_of(list_editions(career.slug)[:NEWEST], career.slug)

    def item_title(self, item: News) -> str:
        return f"{item.edition}: {item.edition.get_act_display()}"

    def item_description(self, item: News) -> str:
        """Read as HTML."""
        changed = item.edition.changed  # type: ignore[attr-defined]
        changes = "1 change" if changed == 1 else f"{changed} changes"
        lines = format_html_join("", "<li>{}</li>", ((line,) for line in item.told[:MOST_LINES]))
        more = len(item.told) - MOST_LINES
        rest = format_html("<li>and {} more</li>", more) if more > 0 else ""
        why = escape(f"{item.edition.reason} ({changes})")
        return format_html("{}<ul>{}{}</ul>", why, lines, rest) if lines else why

    def item_link(self, item: News) -> str:
        return at_site(item.edition.get_absolute_url())

    def item_pubdate(self, item: News) -> datetime:
        return item.edition.published_at

    def item_updateddate(self, item: News) -> datetime:
        return item.edition.published_at


def at_site(path: str) -> str:
    return settings.SITE_URL.rstrip("/") + path


def _query(career: Career | None) -> str:
    return f"?career={career.slug}" if career else ""


class CorrectionFeed(Feed):
    feed_type = Atom1Feed
    author_name = "Rungs"
    title = "Rungs: corrections"
    subtitle = "Published figures that say something else now: what they said, what they say, and why."

    def link(self) -> str:
        return at_site(reverse("corrections"))

    def feed_url(self) -> str:
        return at_site(reverse("corrections-feed"))

    def items(self) -> list[Correction]:
        return list(Correction.objects.newest_first()[:NEWEST])

    def item_title(self, item: Correction) -> str:
        return str(item)

    def item_description(self, item: Correction) -> str:
        said = f"Before: {item.before} Now: {item.after} {item.edition.reason} {item.cause}"
        return escape(said.strip())  # a summary is read as HTML

    def item_link(self, item: Correction) -> str:
        return at_site(item.get_absolute_url())

    def item_guid(self, item: Correction) -> str:
        return at_site(f"{reverse('corrections')}#c{item.pk}")

    def item_pubdate(self, item: Correction) -> datetime:
        return item.edition.published_at

    def item_updateddate(self, item: Correction) -> datetime:
        return item.edition.published_at
