from django.db.models import QuerySet

from api.serializers.claims import ClaimSerializer
from api.views.lists import ListView
from explore.fact_check_list import list_claims
from explore.filters.base import Filters
from explore.filters.fact_checks import ClaimFilter
from explore.models import CheckedClaim


class Claims(ListView):
    """What guides credit to an official publisher, with a verdict; the worst first."""

    no_editions = "What is found is found in the newest figures; earlier findings are not kept."
    noun = "claims"
    serializer = ClaimSerializer
    filters = ClaimFilter

    def select(self, filters: Filters) -> QuerySet[CheckedClaim]:
        return list_claims(filters.narrowed)
