from api.serializers.claims import ClaimSerializer
from api.views.lists import ListView
from explore.claims import Claim
from explore.fact_check_list import list_claims
from explore.filters.base import Filters
from explore.filters.fact_checks import ClaimFilter


class Claims(ListView):
    """What guides credit to an official publisher, with a verdict; the worst first."""

    noun = "claims"
    serializer = ClaimSerializer
    filters = ClaimFilter

    def select(self, filters: Filters) -> list[Claim]:
        return list_claims(filters.narrowed)
