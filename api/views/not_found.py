from django.http import HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from api.views.base import ANY_ORIGIN, BaseView


class NotFoundView(BaseView):
    """Unknown addresses under /api/v1/: 404, or a redirect that adds the slash."""

    renderer_classes = [JSONRenderer]
    schema = None

    def answer(self, request: Request) -> HttpResponseBase:
        if _is_an_address(f"{request.path}/"):
            query = request.META.get("QUERY_STRING", "")
            address = f"{request.path}/?{query}" if query else f"{request.path}/"
            return HttpResponsePermanentRedirect(address, headers=ANY_ORIGIN)
        raise NotFound(f"There is nothing here. What there is: {request.build_absolute_uri('/api/v1/')}")


def _is_an_address(path: str) -> bool:
    try:
        return resolve(path).url_name != "nowhere"
    except Resolver404:
        return False
