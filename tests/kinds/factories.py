import factory

from tests.factories.careers import CareerFactory
from tests.factories.facts import StatementFactory
from tests.kinds.models import Tenure


class TenureFactory(StatementFactory):
    """Seven years."""

    class Meta:
        model = Tenure

    career = factory.SubFactory(CareerFactory)
    years = 7
    as_printed = "7 years"
