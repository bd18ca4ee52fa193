from collections.abc import Mapping

from django.db.models import QuerySet

from api.serializers.industries import IndustrySerializer
from api.views.items import ItemView
from api.views.lists import ListView
from explore.filters.industries import IndustryFilter
from facts.models import Industry


class Industries(ListView):
    """Kinds of business that figures are for."""

    noun = "industries"
    serializer = IndustrySerializer
    filters = IndustryFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[Industry]:
        return Industry.objects.order_by("name", "pk")


class OneIndustry(ItemView):
    """One industry."""

    noun = "industry"
    serializer = IndustrySerializer
    of = Industries
    address = {"code": "code"}

    def find(self, values: dict, code: str) -> Industry:
        return Industry.objects.get(code=code)
