from django.db.models import QuerySet

from api.serializers.disagreements import DisagreementSerializer
from api.views.lists import ListView
from careers.models import Career
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Reference, YesNo
from explore.models import FoundDisagreement
from facts.measures import Quantity


class DisagreementFilter(Filters):
    career = Reference(rows=Career.objects.all(), help_text="Careers that they are about.")
    quantity = Choices(words=Quantity.choices, help_text="What they measure.")
    is_within_one_source = YesNo(help_text="Whether one source contradicts itself.")


class Disagreements(ListView):
    """Where sources disagree: figures that answer the same question differently."""

    no_editions = "What is found is found in the newest figures; earlier findings are not kept."
    noun = "disagreements"
    serializer = DisagreementSerializer
    filters = DisagreementFilter

    def select(self, filters: Filters) -> QuerySet[FoundDisagreement]:
        lookups = {
            "career": "subject_code__in",
            "quantity": "quantity__in",
            "is_within_one_source": "is_within_one_source",
        }
        wanted = {lookups[name]: value for name, value in filters.asked.items() if name in lookups}
        return FoundDisagreement.objects.filter(**wanted).in_order()
