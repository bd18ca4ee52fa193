from collections.abc import Iterator
from inspect import getdoc
from typing import Any

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import resolve, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe
from drf_spectacular.views import SpectacularSwaggerSplitView

from api.edition import current_edition
from api.sample import ExampleRows, sample
from api.views.index import list_names


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    edition, rows = current_edition(), sample()
    context = {
        "site": request.build_absolute_uri("/").rstrip("/"),
        "lists": list(_lists(rows)),
        "bare": [name for name in list_names() if _is_bare(name)],
        "sample": rows,
        "number": edition.number if edition else 0,
    }
    return render(request, "api/documentation.html", context)


def _is_bare(name: str) -> bool:
    """Whether the rows of the list have no address of their own."""
    view = _view_of(name)
    return view.is_list and "url" not in view.serializer().fields


def _view_of(name: str) -> Any:
    return resolve(reverse(f"api:{name}")).func.view_class  # type: ignore[attr-defined]  # what as_view() makes has it


def _lists(rows: ExampleRows) -> Iterator[dict]:
    queries = {  # they need a question
        "search": "?q=records",
        "changes": "?after=1&until=1",
        "compare": f"?item={rows.career}&item={rows.occupation}",
        "figures": f"?job={rows.career}",
    }
    for name in list_names():
        address = reverse(f"api:{name}") + queries.get(name, "")
        yield {"name": name, "address": address, "text": getdoc(_view_of(name))}


# Swagger UI draws its arrows from addresses of data in its own sheet.
@method_decorator(csp_update({"img-src": ["data:"]}), name="dispatch")
class Try(SpectacularSwaggerSplitView):
    url_name = "api:schema"
    template_name = "api/try.html"
