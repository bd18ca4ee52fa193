from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
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
    "about",
    "privacy",
    "accessibility",
    "contact",
)


class OurSitemap(Sitemap):
    """At the site's own name, whatever the host."""

    protocol = urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class PageSitemap(OurSitemap):
    def items(self) -> Sequence[str]:
        return PAGES

    def location(self, item: str) -> str:
        return reverse(item)


class LetterSitemap(OurSitemap):
    def items(self) -> list[str]:
        return list(read_a_to_z())

    def location(self, item: str) -> str:
        return reverse("a-to-z-letter", args=[item])


class WageSitemap(OurSitemap):
    """The newest release for the whole country; its pages lead on."""

    def items(self) -> QuerySet[Wage]:
        wages = of_newest_release(Wage.objects.published().national())
        named = ("release__slug", "occupation__code", "occupation__scheme", "place__code", "industry__code")
        return wages.select_related("release", "occupation", "place", "industry").only(*named).order_by("pk")


class RowSitemap(OurSitemap):
    def __init__(self, rows: QuerySet) -> None:
        self.rows = rows

    def items(self) -> QuerySet:
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
    statements = (kind for kind in kinds() if issubclass(kind.model, Statement))
    return _SITEMAPS | {kind.slug: RowSitemap(kind.rows()) for kind in statements}
