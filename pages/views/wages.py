import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.wage import read_wage
from facts.figure import Figure
from facts.measures import PERCENTILES, Measure
from facts.models import Industry
from pages.charts.percentiles import draw_percentiles
from pages.money import lay_out_money
from pages.occupation import wage_row
from salaries.models import Wage

CODE = re.compile(r"[\w.:-]{1,120}")
MEASURES = (*PERCENTILES, Measure.MEAN)


@require_safe
def wage(request: HttpRequest, release: str, code: str, place: str) -> HttpResponse:
    """The permanent page of one cell of the record; `?industry=` names one where it is not all of them."""
    industry = request.GET.get("industry", Industry.ALL)
    if not all(CODE.fullmatch(name) for name in (code, place, industry)):
        raise Http404("There is no cell of this address here.")
    try:
        record = read_wage(release, code, place, industry)
    except Wage.DoesNotExist as missing:
        raise Http404(str(missing)) from None
    if record.is_withdrawn:
        return render(request, "pages/wage-withdrawn.html", {"wage": record.wage}, status=410)
    row = wage_row(record.wage)
    context = {
        "record": record,
        "canonical_url": settings.SITE_URL.rstrip("/") + record.wage.get_absolute_url(),
        "wage": record.wage,
        "figures": row.figures,
        "measures": [(m, row.figures.get(f"annual_{m}"), row.figures.get(f"hourly_{m}")) for m in MEASURES],
        "percentiles": draw_percentiles(row.figures.values()),
        "money": lay_out_money(_amounts(row.figures), request.GET),
        "others": [wage_row(other) for other in record.others],
    }
    return render(request, "pages/wage.html", context)


def _amounts(figures: dict[str, Figure]) -> list[Figure]:
    """Pay by the year where it is given, and by the hour where that alone is."""
    by_unit = ([figures[f"{unit}_{m}"] for m in MEASURES if f"{unit}_{m}" in figures] for unit in ("annual", "hourly"))
    return next((found for found in by_unit if any(not figure.is_missing for figure in found)), [])
