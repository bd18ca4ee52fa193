"""The pages worth finding, for search engines."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from careers.models import Career, Occupation
from facts.models import Release, Source

PAGES = (
    "home",
    "a-to-z",
    "careers",
    "occupations",
    "compare",
    "fit",
    "schools",
    "fact-checks",
    "disagreements",
    "methodology",
    "sources",
    "changes",
    "corrections",
)


class OurSitemap(Sitemap):
    """Addresses at the site's own name, whichever host the request was made to."""

    protocol = urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None) -> str:
        """The site's own name, with its port if it has one."""
        return urlsplit(settings.SITE_URL).netloc


class PageSitemap(OurSitemap):
    """The pages that are always there."""

    def items(self):
        """Names of addresses."""
        return PAGES

    def location(self, item: str) -> str:
        """The page's path."""
        return reverse(item)


class RowSitemap(OurSitemap):
    """The pages of the rows of one queryset."""

    def __init__(self, rows):
        self.rows = rows

    def items(self):
        """The rows, in an order that stays."""
        return self.rows.order_by("pk")


SITEMAPS: dict[str, Sitemap | type[Sitemap]] = {
    "pages": PageSitemap(),
    "careers": RowSitemap(Career.objects.all()),
    "occupations": RowSitemap(Occupation.objects.all()),
    "sources": RowSitemap(Source.objects.all()),
    "releases": RowSitemap(Release.objects.ready().select_related("source")),
}
