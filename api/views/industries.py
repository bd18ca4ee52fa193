from api.serializers.industries import IndustrySerializer
from api.views.items import Item
from api.views.lists import List
from explore.filters.industries import IndustryFilter
from facts.models import Industry


class Industries(List):
    """Kinds of business that figures are for."""

    noun = "industries"
    serializer = IndustrySerializer
    filters = IndustryFilter

    def rows(self, given):
        return Industry.objects.order_by("name", "pk")


class OneIndustry(Item):
    """One industry."""

    noun = "industry"
    serializer = IndustrySerializer
    of = Industries
    address = {"code": "code"}

    def find(self, asked, code):
        return Industry.objects.get(code=code)
