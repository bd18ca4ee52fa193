from api.serializers.corrections import CorrectionSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from explore.filters.corrections import CorrectionFilter
from facts.models import Correction


class Corrections(ListView):
    """Published figures that changed since an edition: before, after, and why."""

    noun = "corrections"
    serializer = CorrectionSerializer
    filters = CorrectionFilter

    def rows(self, params):
        return Correction.objects.newest_first()


class OneCorrection(ItemView):
    """One correction."""

    noun = "correction"
    serializer = CorrectionSerializer
    of = Corrections
    address = {"number": "pk"}

    def find(self, values, number):
        return Correction.objects.select_related("edition").get(pk=number)
