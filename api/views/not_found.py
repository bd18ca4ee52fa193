from django.http import HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer

from api.views.base import ANY_ORIGIN, Door


class Nowhere(Door):
    """Any address under /api/v1/ that is none: a 404 that says where to look, or the way to the same with a slash."""

    renderer_classes = [JSONRenderer]

    def answer(self, request):
        """The address with a slash, if that is one."""
        if _is_an_address(f"{request.path}/"):
            query = request.META.get("QUERY_STRING", "")
            address = f"{request.path}/?{query}" if query else f"{request.path}/"
            return HttpResponsePermanentRedirect(address, headers=ANY_ORIGIN)
        raise NotFound(f"There is nothing here. What there is: {request.build_absolute_uri('/api/v1/')}")


def _is_an_address(path) -> bool:
    try:
        return resolve(path).url_name != "nowhere"
    except Resolver404:
        return False
