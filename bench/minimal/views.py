"""The querysets of Rungs's own pages, every value printed."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from explore.guide import read_guide
from explore.occupation import read_occupation
from explore.official_figures import OfficialFigures
from explore.schools import programmes_for
from facts.models import Source
from salaries.models import Salary
from salaries.models.salary import AMOUNTS

PLAIN = ("key", "currency", "pay_period", *AMOUNTS, "marks", "reference_start", "reference_end", "population")
PLAIN += ("attributed_to", "locator", "as_printed", "rank", "note")


def guide(request: HttpRequest, slug: str) -> HttpResponse:
    guide = read_guide(slug)
    record = OfficialFigures([record.match.occupation_id for record in guide.records])
    official = Source.objects.official()
    return render(request, "guide.html", {"guide": guide, "record": dict(record.figures), "official": official})


def occupation(request: HttpRequest, code: str) -> HttpResponse:
    record = read_occupation(code)
    return render(request, "occupation.html", {"record": record, "programmes": programmes_for(record.occupation)})


def salaries(request: HttpRequest) -> JsonResponse:
    rows = Salary.objects.with_words().order_by("pk")
    size = int(request.GET["page_size"])
    results = [_as_json(row) for row in rows[:size]]
    return JsonResponse({"count": rows.count(), "next": None, "previous": None, "results": results})


def _as_json(row: Salary) -> dict:
    source, career, level, place, industry = row.source, row.career, row.level, row.place, row.industry
    return {name: getattr(row, name) for name in PLAIN} | {
        "source": {"slug": source.slug, "publisher": source.publisher, "title": source.title, "url": source.url},
        "career": {"slug": career.slug, "title": career.title},
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
