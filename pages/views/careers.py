from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models import Career
from explore.claims import figure_claims
from explore.guide import read_guide
from explore.studies import read_studies
from pages.guide.page import GuidePage, lay_out
from pages.handout import lay_out_handout


@require_safe
def career(request: HttpRequest, slug: str) -> HttpResponse:
    """The guide of one career, with everything its sources say."""
    page = _page(slug)
    marks = {"disputes": page.disputes, "verdicts": page.verdicts}
    return render(request, "pages/career.html", {"page": page, "guide": page.guide, **marks})


@require_safe
def handout(request: HttpRequest, slug: str) -> HttpResponse:
    """The guide on one sheet of paper, with its sources as footnotes."""
    page = _page(slug)
    context = {"guide": page.guide, "sheet": lay_out_handout(page), "verdicts": page.verdicts}
    return render(request, "pages/handout.html", context)


def _page(slug) -> GuidePage:
    try:
        guide = read_guide(slug)
    except Career.DoesNotExist:
        raise Http404(f"There is no career “{slug}” here.") from None
    claims = figure_claims(guide.figures, {slug: [record.match for record in guide.records]})
    return lay_out(guide, claims, read_studies(guide))
