from django.contrib.sitemaps.views import sitemap as render_sitemap
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from pages.feeds import at_site
from pages.sitemaps import sitemaps


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Not the desk, nor the endless pages of search."""
    context = {"sitemap_url": at_site("/sitemap.xml")}
    return render(request, "robots.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask by its old name."""
    return redirect(static("img/mark.svg"))


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    return render_sitemap(request, sitemaps(), template_name="sitemap.xml")
