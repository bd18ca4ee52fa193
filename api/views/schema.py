import json
from threading import Lock

from django.http import HttpResponse
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from api.errors import BadRequest
from api.query_params import unknown
from api.schema.document import describe
from api.views.base import BaseView


class Schema(BaseView):
    """The API in OpenAPI 3.1. Made once for a host, since nothing in it depends on the data."""

    renderer_classes = [JSONRenderer]
    schema = None

    def answer(self, request: Request) -> HttpResponse:
        if problems := list(unknown(request.query_params, [])):
            raise BadRequest(problems)
        return HttpResponse(_kept(request), content_type="application/json")


_schemas: dict[str, str] = {}
_making = Lock()


def _kept(request: Request) -> str:
    """That of the host asked last."""
    host = request.build_absolute_uri("/")
    with _making:
        if host not in _schemas:
            made = json.dumps(describe(request), separators=(",", ":"))
            _schemas.clear()
            _schemas[host] = made
        return _schemas[host]


def forget_the_schema() -> None:
    """For tests."""
    _schemas.clear()
