from api.serializers.disagreements import DisagreementSerializer
from api.views.lists import ListView
from careers.models import Career
from explore.disagreements import Disagreement, all_disagreements
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Reference, YesNo
from facts.measures import Quantity


class DisagreementFilter(Filters):
    career = Reference(rows=Career.objects.all(), help_text="Careers that they are about.")
    quantity = Choices(words=Quantity.choices, help_text="What they measure.")
    is_within_one_source = YesNo(help_text="Whether one source contradicts itself.")


class Disagreements(ListView):
    """Where sources disagree: figures that answer the same question differently."""

    noun = "disagreements"
    serializer = DisagreementSerializer
    filters = DisagreementFilter

    def select(self, filters: Filters) -> list[Disagreement]:
        tests = {
            "career": lambda each, slugs: each.subject.code in slugs,
            "quantity": lambda each, quantities: each.quantity in quantities,
            "is_within_one_source": lambda each, wanted: each.is_within_one_source == wanted,
        }
        wanted = [(tests[name], value) for name, value in filters.asked.items() if name in tests]
        return [each for each in all_disagreements() if all(test(each, value) for test, value in wanted)]
