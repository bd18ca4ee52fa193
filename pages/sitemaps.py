"""The pages worth finding, for search engines."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from careers.models import Career, Occupation
from explore.a_to_z import read_a_to_z
from explore.newest import of_newest_release
from facts.kinds import kinds
from facts.models import Release, Source, Statement
from salaries.models import Wage

PAGES = (
    "home",
    "a-to-z",
    "careers",
    "occupations",
    "compare",
    "fit",
    "schools",
    "programs",
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


class LetterSitemap(OurSitemap):
    """The pages of A to Z."""

    def items(self):
        """The letters that any title begins with."""
        return list(read_a_to_z())

    def location(self, item: str) -> str:
        """The letter's path."""
        return reverse("a-to-z-letter", args=[item])


class WageSitemap(OurSitemap):
    """What the newest release says of the whole country; its pages lead on to places, industries and older releases."""

    def items(self):
        """The cells, in an order that stays."""
        wages = of_newest_release(Wage.objects.published().national())
        named = ("release__slug", "occupation__code", "occupation__scheme", "place__code", "industry__code")
        return wages.select_related("release", "occupation", "place", "industry").only(*named).order_by("pk")


class RowSitemap(OurSitemap):
    """The pages of the rows of one queryset."""

    def __init__(self, rows):
        self.rows = rows

    def items(self):
        """The rows, in an order that stays."""
        return self.rows.order_by("pk")


_SITEMAPS: dict[str, Sitemap | type[Sitemap]] = {
    "pages": PageSitemap(),
    "letters": LetterSitemap(),
    "careers": RowSitemap(Career.objects.all()),
    "occupations": RowSitemap(Occupation.objects.only("code", "scheme")),
    "sources": RowSitemap(Source.objects.all()),
    "releases": RowSitemap(Release.objects.ready().select_related("source")),
    "wages": WageSitemap(),
}


def sitemaps() -> dict[str, Sitemap | type[Sitemap]]:
    """Every part of the sitemap by name."""
    statements = (kind for kind in kinds() if issubclass(kind.model, Statement))
    return _SITEMAPS | {kind.slug: RowSitemap(kind.rows()) for kind in statements}
