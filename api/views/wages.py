from api.paging import KeysetPages
from api.serializers.wages import WageSerializer
from api.views.items import Item
from api.views.lists import ListWithWords
from explore.filters.wages import WageFilter
from salaries.models import Wage


class Wages(ListWithWords):
    """The record's pay: one row for each occupation, place and industry of each release. Long: pages by cursor."""

    noun = "wages"
    serializer = WageSerializer
    filters = WageFilter
    paging = KeysetPages()

    def rows(self, given):
        """Every wage of the releases that are ready."""
        return Wage.objects.published().order_by("pk")


class OneWage(Item):
    """One cell of one release."""

    noun = "wage"
    serializer = WageSerializer
    of = Wages
    address = {
        "release": "release__slug",
        "code": "occupation__code",
        "place": "place__code",
        "industry": "industry__code",
    }

    def find(self, asked, release, code, place, industry):
        """The cell; of the newest scheme where a release counts by two."""
        cells = Wage.objects.published().with_words().filter(release__slug=release, occupation__code=code)
        found = cells.filter(place__code=place, industry__code=industry).order_by("-occupation__scheme", "pk").first()
        if found is None:
            raise Wage.DoesNotExist
        return found
