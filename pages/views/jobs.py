"""The page of a job: one page, whichever of its codes and titles leads there."""

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models import Career, Occupation
from explore.jobs import JobAddress, find_career_job, find_job, read_job
from pages.job.page import lay_out

CODE = re.compile(r"[\w.:-]{1,120}")


@require_safe
def career(request: HttpRequest, slug: str) -> HttpResponse:
    """The job of a career; `?place=` shows pay in one state."""
    try:
        return _shown(request, find_career_job(slug))
    except Career.DoesNotExist:
        raise Http404(f"There is no career “{slug}” here.") from None


@require_safe
def occupation(request: HttpRequest, code: str) -> HttpResponse:
    """The job of a code, or the way to its page; `?scheme=` names a classification where several have the code."""
    scheme = request.GET.get("scheme", "")
    job = _job_or_404(code, scheme)
    if job.career or job.occupation is None or job.occupation.code != code:
        return _redirect(request, job)
    return _shown(request, job)


def _job_or_404(code: str, scheme: str) -> JobAddress:
    if not CODE.fullmatch(code) or scheme not in ("", *Occupation.Scheme.values):
        raise Http404("There is no occupation of this code and classification here.")
    try:
        return find_job(code, scheme)
    except Occupation.DoesNotExist as missing:
        raise Http404(str(missing)) from None


def _redirect(request: HttpRequest, job: JobAddress) -> HttpResponse:
    """To the job's own page, for now: what matches a code exactly may change. The place goes along."""
    query = request.GET.copy()
    query.pop("scheme", None)
    joint = "&" if "?" in job.url else "?"
    return HttpResponseRedirect(f"{job.url}{joint}{query.urlencode()}" if query else job.url)


def _shown(request: HttpRequest, job: JobAddress) -> HttpResponse:
    document = read_job(job)
    page = lay_out(document, request.GET.get("place", ""))
    marks = {"disputes": page.disputes, "verdicts": page.verdicts}
    return render(request, "pages/job.html", {"page": page, "job": document, **marks})
