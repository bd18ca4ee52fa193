from collections.abc import Mapping

from django.db.models import QuerySet

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

    def rows(self, params: Mapping[str, str]) -> QuerySet[Correction]:
        return Correction.objects.newest_first()


class OneCorrection(ItemView):
    """One correction."""

    noun = "correction"
    serializer = CorrectionSerializer
    of = Corrections
    address = {"number": "pk"}

    def find(self, values: dict, number: str) -> Correction:
        return Correction.objects.select_related("edition").get(pk=number)
