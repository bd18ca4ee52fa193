import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from careers.models import Career, Occupation
from careers.schemes import SchemeSlugs
from explore.jobs import (
    JobAddress,
    KeptDocument,
    NotFrozen,
    document_as_of,
    find_job,
    kept_career,
    kept_job,
    key_of,
)
from explore.jobs.record_rows import state_years
from facts.footing import rest
from pages.handout import lay_out_handout
from pages.job.page import JobPage, lay_out, state_code
from pages.job.parts import INDENTS, parts_of

CODE = re.compile(r"[\w.:-]{1,120}")
EDITION = re.compile(r"[1-9][0-9]{0,8}")


@require_safe
def career(request: HttpRequest, slug: str) -> HttpResponse:
    """`?place=` shows pay in one state, `?year=` the range of pay of a year, `?edition=` an earlier edition’s page."""
    if edition := _edition_asked(request):
        return _shown(request, _as_of(slug, edition), edition)
    try:
        return _shown(request, kept_career(slug))
    except Career.DoesNotExist:
        raise Http404(f"There is no career “{slug}” here.") from None


@require_safe
def occupation(request: HttpRequest, code: str) -> HttpResponse:
    """`?scheme=` names a classification where several have the code."""
    scheme = request.GET.get("scheme", "")
    job = _job_or_404(code, scheme)
    if job.career or job.occupation is None or job.occupation.code != code:
        return _redirect(request, job)
    if edition := _edition_asked(request):
        return _shown(request, _as_of(key_of(job.job), edition), edition)
    return _shown(request, kept_job(job))


@require_safe
def handout(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        return _sheet(request, kept_career(slug))
    except Career.DoesNotExist:
        raise Http404(f"There is no career “{slug}” here.") from None


@require_safe
def occupation_handout(request: HttpRequest, code: str) -> HttpResponse:
    job = _job_or_404(code, request.GET.get("scheme", ""))
    kept = kept_job(job)
    if job.career or job.occupation is None or job.occupation.code != code:
        return HttpResponseRedirect(kept.document.handout_url)
    return _sheet(request, kept)


def _sheet(request: HttpRequest, kept: KeptDocument) -> HttpResponse:
    rest(request, kept.footing)
    page = lay_out(kept.document)
    return render(request, "pages/handout.html", {"job": kept.document, "sheet": lay_out_handout(page), **_marks(page)})


def _job_or_404(code: str, scheme: str) -> JobAddress:
    if not CODE.fullmatch(code) or scheme not in ("", *SchemeSlugs()):
        raise Http404("There is no occupation of this code and classification here.")
    try:
        return find_job(code, scheme)
    except Occupation.DoesNotExist as missing:
        raise Http404(str(missing)) from None


def _redirect(request: HttpRequest, job: JobAddress) -> HttpResponse:
    """Temporary: what matches a code exactly may change."""
    query = request.GET.copy()
    query.pop("scheme", None)
    joint = "&" if "?" in job.url else "?"
    return HttpResponseRedirect(f"{job.url}{joint}{query.urlencode()}" if query else job.url)


def _edition_asked(request: HttpRequest) -> int:
    """0 for today's page."""
    text = request.GET.get("edition", "")
    if text and not EDITION.fullmatch(text):
        raise Http404("An edition is a number, such as 12.")
    return int(text or 0)


def _as_of(job: str, edition: int) -> KeptDocument:
    try:
        document = document_as_of(job, edition)
        return KeptDocument(job, "", lambda: document)
    except NotFrozen as missing:
        raise Http404(str(missing)) from None


def _shown(request: HttpRequest, kept: KeptDocument, edition: int = 0) -> HttpResponse:
    rest(request, kept.footing)
    place, year = request.GET.get("place", ""), request.GET.get("year", "")
    code = state_code(place)
    cells = state_years(kept.document.record, code) if code and kept.document.record else ()
    parts = parts_of(kept, place, cells, year)
    page_html = render_to_string("pages/job.html", {"parts": parts, "as_of": edition}, request)
    return HttpResponse(INDENTS.sub("\n", page_html))


def _marks(page: JobPage) -> dict:
    return {"disputes": page.disputes, "verdicts": page.verdicts}
