from api.serializers.salaries import SalarySerializer
from api.views.items import Item
from api.views.lists import ListWithWords
from explore.filters.salaries import SalaryFilter
from salaries.models import Salary


class Salaries(ListWithWords):
    """What guides say of pay: one row for each group of people that a source gives pay for."""

    noun = "salaries"
    serializer = SalarySerializer
    filters = SalaryFilter

    def rows(self, given):
        """Every salary, in the order in which the sources were entered."""
        return Salary.objects.order_by("pk")


class OneSalary(Item):
    """What a guide says one group of people is paid."""

    noun = "salary"
    serializer = SalarySerializer
    of = Salaries
    address = {"key": "key"}

    def find(self, asked, key):
        """The salary with the key."""
        return Salary.objects.with_words().get(key=key)
