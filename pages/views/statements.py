from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.citations import text
from explore.statement import StatementRecord, read_statement
from facts.actions import career_slug_of
from facts.footing import rest_on_rows
from facts.models import Edition
from pages.cited import as_file, cite_all, files_beside
from pages.money import lay_out_money
from pages.statement import lay_out


@require_safe
def statement(request: HttpRequest, key: str) -> HttpResponse:
    record = _read(key)
    if record.withdrawn_with:
        return _withdrawn(request, record)
    page = lay_out(record)
    marks = {"disputes": page.disputes, "verdicts": page.verdicts}
    edition = _rest_on(request, record)
    address = record.statement.get_absolute_url()
    citations = cite_all(record.figures, address, edition)
    cited = {"citations": [text(one) for one in citations], "forms": files_beside(address)}
    money = {"money": lay_out_money(record.figures, request.GET)}
    return render(request, "pages/statement.html", {"page": page, "edition": edition, **marks, **cited, **money})


@require_safe
def citation(request: HttpRequest, key: str, form: str) -> HttpResponse:
    record = _read(key)
    if record.withdrawn_with:
        return _withdrawn(request, record)
    edition = _rest_on(request, record)
    return as_file(cite_all(record.figures, record.statement.get_absolute_url(), edition), form, key)


def _read(key: str) -> StatementRecord:
    record = read_statement(key)
    if record is None:
        raise Http404(f"There is no figure “{key}” here.")
    return record


def _withdrawn(request: HttpRequest, record: StatementRecord) -> HttpResponse:
    context = {"release": record.withdrawn_with}
    return render(request, "pages/statement-withdrawn.html", context, status=410)


def _rest_on(request: HttpRequest, record: StatementRecord) -> Edition | None:
    return rest_on_rows(request, career_slug_of(record.statement))
