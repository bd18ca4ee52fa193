from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models import Career
from explore.fact_checks import check_claims
from explore.guide import read_guide
from pages.guide.page import lay_out


@require_safe
def career(request: HttpRequest, slug: str) -> HttpResponse:
    """The guide of one career, with everything its sources say."""
    try:
        guide = read_guide(slug)
    except Career.DoesNotExist:
        raise Http404(f"There is no career “{slug}” here.") from None
    page = lay_out(guide, check_claims(guide.figures, {slug: [record.match for record in guide.records]}))
    marks = {"disputes": page.disputes, "verdicts": page.verdicts}
    return render(request, "pages/career.html", {"page": page, "guide": guide, **marks})
