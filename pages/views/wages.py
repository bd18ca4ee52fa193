import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.citations import text
from explore.wage import WageRecord, read_wage
from facts.figure import Figure
from facts.footing import rest_on_rows
from facts.measures import PERCENTILES, Measure, PayPeriod
from facts.models import Industry
from pages.charts.percentiles import draw_percentiles
from pages.cited import as_file, cite_all, files_beside
from pages.money import lay_out_money
from pages.wage_rows import wage_row
from salaries.models import Wage
from salaries.models.wage import PER

CODE = re.compile(r"[\w.:-]{1,120}")
CITED = ("annual_median", "annual_mean", "employment")
"""What is cited on the page itself; the files cite every figure."""
MEASURES = (*PERCENTILES, Measure.MEAN)


@require_safe
def wage(request: HttpRequest, release: str, code: str, place: str) -> HttpResponse:
    """`?industry=` for one industry."""
    record = _read(request, release, code, place)
    if record.is_withdrawn:
        return _withdrawn(request, record)
    row = wage_row(record.wage)
    edition = rest_on_rows(request)
    address = record.wage.get_absolute_url()
    shown = [row.figures[field] for field in CITED if field in row.figures]
    context = {
        "record": record,
        "edition": edition,
        "citations": [text(one) for one in cite_all(shown, address, edition)],
        "forms": files_beside(address),
        "canonical_url": settings.SITE_URL.rstrip("/") + address,
        "wage": record.wage,
        "figures": row.figures,
        "headline": record.wage.headline(),
        "periods": [per.label for per in _periods(row.figures).values()],
        "measures": [(m, _by_period(m, row.figures)) for m in MEASURES],
        "percentiles": draw_percentiles(row.figures.values()),
        "money": lay_out_money(_amounts(row.figures), request.GET),
        "others": [wage_row(other) for other in record.others],
    }
    return render(request, "pages/wage.html", context)


@require_safe
def citation(request: HttpRequest, release: str, code: str, place: str, form: str) -> HttpResponse:
    record = _read(request, release, code, place)
    if record.is_withdrawn:
        return _withdrawn(request, record)
    figures = [figure for figure in record.wage.figures() if not figure.is_missing]
    citations = cite_all(figures, record.wage.get_absolute_url(), rest_on_rows(request))
    return as_file(citations, form, "-".join((release, code, place)))


def _periods(figures: dict[str, Figure]) -> dict[str, PayPeriod]:
    given = {field.partition("_")[0] for field in figures}
    return {period: per for period, per in PER.items() if period in given}


def _by_period(measure: Measure, figures: dict[str, Figure]) -> list[tuple[str, Figure | None]]:
    return [(f"{period}_{measure}", figures.get(f"{period}_{measure}")) for period in _periods(figures)]


def _read(request: HttpRequest, release: str, code: str, place: str) -> WageRecord:
    industry = request.GET.get("industry", Industry.ALL)
    if not all(CODE.fullmatch(name) for name in (code, place, industry)):
        raise Http404("There is no cell of this address here.")
    try:
        return read_wage(release, code, place, industry)
    except Wage.DoesNotExist as missing:
        raise Http404(str(missing)) from None


def _withdrawn(request: HttpRequest, record: WageRecord) -> HttpResponse:
    return render(request, "pages/wage-withdrawn.html", {"wage": record.wage}, status=410)


def _amounts(figures: dict[str, Figure]) -> list[Figure]:
    """By the year, or by the hour where that alone is given."""
    by_unit = ([figures[f"{unit}_{m}"] for m in MEASURES if f"{unit}_{m}" in figures] for unit in ("annual", "hourly"))
    return next((found for found in by_unit if any(not figure.is_missing for figure in found)), [])
