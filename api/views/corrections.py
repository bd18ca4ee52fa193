from api.serializers.corrections import CorrectionSerializer
from api.views.items import Item
from api.views.lists import List
from explore.filters.corrections import CorrectionFilter
from facts.models import Correction


class Corrections(List):
    """Published figures that say something else since an edition: what they said, what they say, and why."""

    noun = "corrections"
    serializer = CorrectionSerializer
    filters = CorrectionFilter

    def rows(self, given):
        """Every correction, the latest first."""
        return Correction.objects.newest_first()


class OneCorrection(Item):
    """One correction."""

    noun = "correction"
    serializer = CorrectionSerializer
    of = Corrections
    address = {"number": "pk"}

    def find(self, asked, number):
        """The correction with this number."""
        return Correction.objects.select_related("edition").get(pk=number)
