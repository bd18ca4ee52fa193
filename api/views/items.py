from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.edition import PACKAGES
from api.errors import gone
from api.kept_addresses import MARK, with_host_in_json
from api.pinning import check_pinned, edition_parameter
from api.query_params import asking, choosing, read
from api.serializers.base import Chosen, is_chosen
from api.views.base import ANY_ORIGIN, BaseView
from api.views.lists import ListView
from explore.filters.base import Filters
from explore.filters.problems import shown
from explore.removed import RemovedRow, find_removed
from facts.freezing import is_unfrozen
from facts.rendering import Made, rendered

MADE_WITH = (*PACKAGES, "money", "config")


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """`source` is a digest of what it is made from, as for `facts.rendering`."""

    name: str
    source: str
    find: Callable[[], Any]


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
        editions = {} if cls.no_editions else edition_parameter()
        return asking(cls.filters, **editions, **choosing(cls.serializer))

    def answer(self, request: Request, **address: str) -> HttpResponseBase:
        """Raises NotFound."""
        values = read(self.parameters(), request.query_params, None).asked
        if self.pinned and (model := self._model):
            check_pinned(self.pinned, model)
        try:
            if text := self._rendered(request, values, address):
                return HttpResponse(text, content_type="application/json")
            return Response(self.shown(values, address))
        except NotFound:
            if url := self.moved_to(address):
                return HttpResponsePermanentRedirect(url, headers=ANY_ORIGIN)
            if removed := self.removed(address):
                raise gone(removed, request) from None
            raise

    def _rendered(self, request: Request, values: dict, address: dict) -> str:
        """ "" for what is not kept."""
        is_plain = not (is_chosen(values) or values.get("edition") or self.pinned or is_unfrozen())
        if not is_plain or "indent" in request.accepted_media_type or (kept := self.kept(values, address)) is None:
            return ""
        return with_host_in_json(rendered(kept.name, kept.source, MADE_WITH, lambda: _made(self, kept)), request)

    def kept(self, values: dict, address: dict) -> "KeptAnswer | None":
        """For rows that are rendered once and kept until they change."""
        return None

    def removed(self, address: dict) -> RemovedRow | None:
        """What was at this address."""
        return find_removed([self._model], ["/".join(map(str, address.values()))]) if self._model else None

    @property
    def _model(self) -> type[Model] | None:
        meta = getattr(self.of.serializer, "Meta", None)
        return meta.model if meta else None

    def moved_to(self, address: dict) -> str:
        """Where the row is now; "" for none that has moved."""
        return ""

    def address_again(self, **address: str) -> str:
        """This address with other parts, and what was asked."""
        match = self.request.resolver_match
        path = self.request.build_absolute_uri(reverse(match.view_name, kwargs={**match.kwargs, **address}))
        query = self.request.META.get("QUERY_STRING", "")
        return f"{path}?{query}" if query else path

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


def _made(view: ItemView, kept: KeptAnswer) -> Made:
    serializer = view.serializer(context={"fields": None, "include": (), "edition": None, "site": MARK})
    return Made(JSONRenderer().render(serializer.to_representation(kept.find())).decode())
