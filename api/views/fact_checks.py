from django.db.models import QuerySet

from api.serializers.fact_checks import FactCheckSerializer
from api.views.lists import ListView
from explore.fact_check_list import list_checks
from explore.filters.base import Filters
from explore.filters.fact_checks import FactCheckFilter
from explore.models import ClaimCheck


class FactChecks(ListView):
    """Claims that guides credit to an official publisher, compared with its figures; the worst first."""

    no_editions = "What is found is found in the newest figures; earlier findings are not kept."
    noun = "fact-checks"
    serializer = FactCheckSerializer
    filters = FactCheckFilter

    def select(self, filters: Filters) -> QuerySet[ClaimCheck]:
        return list_checks(filters.narrowed)
