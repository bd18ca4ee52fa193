import json
from threading import Lock

from django.http import HttpResponse
from drf_spectacular.generators import SchemaGenerator
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from api.errors import BadRequest
from api.query_params import unknown
from api.views.base import BaseView
from facts.models import Edition


class Schema(BaseView):
    """The API in OpenAPI 3.1. Made once per edition, since it lists careers, places and other rows."""

    renderer_classes = [JSONRenderer]
    schema = None

    def answer(self, request: Request) -> HttpResponse:
        if problems := list(unknown(request.query_params, [])):
            raise BadRequest(problems)
        return HttpResponse(_kept(self.edition, request), content_type="application/json")


_schemas: dict[tuple | None, str] = {}
_making = Lock()


def _kept(edition: Edition | None, request: Request) -> str:
    key = (edition.number, edition.published_at, request.build_absolute_uri("/")) if edition else None
    with _making:
        if key is None or key not in _schemas:
            made = json.dumps(SchemaGenerator().get_schema(request=request, public=True), separators=(",", ":"))
            _schemas.clear()
            _schemas[key] = made
        return _schemas[key]
