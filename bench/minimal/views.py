"""The reading functions of Rungs's own pages, every value printed."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from explore.jobs import career_document, find_job, job_document
from salaries.models import Salary
from salaries.models.salary import AMOUNTS

PLAIN = ("key", "currency", "pay_period", "group", *AMOUNTS, "marks", "reference_start", "reference_end", "population")
PLAIN += ("attributed_to", "locator", "as_printed", "rank", "note")


def career(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "job.html", {"job": career_document(slug)})


def occupation(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "job.html", {"job": job_document(find_job(code))})


def salaries(request: HttpRequest) -> JsonResponse:
    rows = Salary.objects.with_words().order_by("pk")
    size = int(request.GET["page_size"])
    results = [_as_json(row) for row in rows[:size]]
    return JsonResponse({"count": rows.count(), "next": None, "previous": None, "results": results})


def _as_json(row: Salary) -> dict:
    source, career, about = row.source, row.career, row.about
    level, place, industry = row.level, row.place, row.industry
    return {name: getattr(row, name) for name in PLAIN} | {
        "source": {"slug": source.slug, "publisher": source.publisher, "title": source.title, "url": source.url},
        "career": {"slug": career.slug, "title": career.title},
        "about": about and {"code": about.code, "scheme": about.scheme, "title": about.title},
        "level": level and {"position": level.position, "title": level.title},
        "place": place and {"code": place.code, "name": place.name},
        "industry": industry and {"code": industry.code, "name": industry.name},
        "converted": _converted(row),
        "url": f"/api/v1/salaries/{row.key}/",
        "page": f"/figures/{row.key}/",
    }


def _converted(row: Salary) -> dict | None:
    if not row.converted_currency:
        return None
    return {"currency": row.converted_currency, "low": row.converted_low, "high": row.converted_high}
