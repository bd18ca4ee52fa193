from api.serializers.fact_checks import FactCheckSerializer
from api.views.lists import ListView
from explore.fact_check_list import all_checks
from explore.fact_checks import FactCheck
from explore.filters.base import Filters
from explore.filters.fact_checks import FactCheckFilter


class FactChecks(ListView):
    """Claims that guides credit to an official publisher, compared with its figures; the worst first."""

    noun = "fact-checks"
    serializer = FactCheckSerializer
    filters = FactCheckFilter

    def select(self, filters: Filters) -> list[FactCheck]:
        return all_checks(filters.narrowed)
