import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models import Career, Occupation
from careers.schemes import SchemeSlugs
from explore.jobs import JobAddress, find_career_job, find_job, read_job
from pages.handout import lay_out_handout
from pages.job.page import JobPage, lay_out

CODE = re.compile(r"[\w.:-]{1,120}")


@require_safe
def career(request: HttpRequest, slug: str) -> HttpResponse:
    """`?place=` shows pay in one state."""
    try:
        return _shown(request, find_career_job(slug))
    except Career.DoesNotExist:
        raise Http404(f"There is no career “{slug}” here.") from None


@require_safe
def occupation(request: HttpRequest, code: str) -> HttpResponse:
    """`?scheme=` names a classification where several have the code."""
    scheme = request.GET.get("scheme", "")
    job = _job_or_404(code, scheme)
    if job.career or job.occupation is None or job.occupation.code != code:
        return _redirect(request, job)
    return _shown(request, job)


@require_safe
def handout(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        document = read_job(find_career_job(slug))
    except Career.DoesNotExist:
        raise Http404(f"There is no career “{slug}” here.") from None
    page = lay_out(document)
    return render(request, "pages/handout.html", {"job": document, "sheet": lay_out_handout(page), **_marks(page)})


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


def _shown(request: HttpRequest, job: JobAddress) -> HttpResponse:
    document = read_job(job)
    page = lay_out(document, request.GET.get("place", ""))
    return render(request, "pages/job.html", {"page": page, "job": document, **_marks(page)})


def _marks(page: JobPage) -> dict:
    return {"disputes": page.disputes, "verdicts": page.verdicts}
