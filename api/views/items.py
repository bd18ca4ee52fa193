from functools import cache
from typing import Any, ClassVar

from django.core.exceptions import ObjectDoesNotExist
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.query_params import asking, choosing, read
from api.serializers.base import Chosen
from api.views.base import BaseView
from api.views.lists import ListView
from explore.filters.base import Filters
from explore.filters.problems import shown


class ItemView(BaseView):
    renderer_classes = [JSONRenderer]
    serializer: ClassVar[type[Chosen]]
    #: What a request may ask besides; most rows have nothing of the kind.
    filters: ClassVar[type[Filters]] = Filters
    #: What one row is called, for a 404.
    noun: ClassVar[str]
    #: The list whose rows these are, and where in a row each part of the address stands.
    of: ClassVar[type[ListView]]
    address: ClassVar[dict[str, str]]
    is_list = False

    def find(self, values: dict, **address: str) -> Any:
        """Raises ObjectDoesNotExist."""
        raise NotImplementedError

    @classmethod
    def example(cls) -> dict[str, str]:
        match = cls.of().rows({}).values_list(*cls.address.values()).first()
        return dict(zip(cls.address, match, strict=True)) if match else {}

    @classmethod
    @cache
    def parameters(cls) -> type[Filters]:
        return asking(cls.filters, **choosing(cls.serializer))

    def answer(self, request: Request, **address: str) -> Response:
        """Raises NotFound."""
        values = read(self.parameters(), request.query_params, None).asked
        return Response(self.shown(values, address))

    def shown(self, values: dict, address: dict) -> dict:
        return self.serializer(context=self._context(values)).to_representation(self._found(values, address))

    def _context(self, values: dict) -> dict:
        names = ("fields", "edition")
        return {
            "request": self.request,
            "include": values.get("include", ()),
            **{name: values.get(name) for name in names},
        }

    def _found(self, values: dict, address: dict) -> Any:
        try:
            return self.find(values, **address)
        except ObjectDoesNotExist as error:
            raise NotFound(f"There is no {self.noun} {shown('/'.join(map(str, address.values())))} here.") from error
