from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from editorial import reporting
from editorial.admin.formset import BIGGEST_DIGITS
from editorial.models import Draft, Report
from facts.models import Edition

PARAMETER = "report"


def report_asked(request: HttpRequest) -> Report | None:
    number = request.GET.get(PARAMETER, "")
    if not (number.isdecimal() and len(number) < BIGGEST_DIGITS and request.user.has_perm("editorial.change_report")):
        return None
    return Report.objects.waiting().filter(pk=number).first()


def take_up(request: HttpRequest, touched: Any, *, draft: Draft | None = None, edition: Edition | None = None) -> None:
    """Note on the report in the address that its row, one of `touched`, was changed."""
    report = report_asked(request)
    if report is None or (report.model, report.row) not in {(model._meta.label_lower, row) for model, row in touched}:
        return
    try:
        reporting.take_up(report, by=request.user, draft=draft, edition=edition)
    except reporting.AlreadySettled as settled:
        messages.warning(request, str(settled))
    else:
        messages.info(request, "The reader’s report is noted as turned into this change.")
