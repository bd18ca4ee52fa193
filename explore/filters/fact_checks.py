from careers.models import Career, Occupation
from explore.fact_check_verdict import FactCheckVerdict
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Reference, Words
from facts.measures import Quantity
from facts.models import Source

QUANTITIES = (*Quantity.choices, ("education", "education"))


class FactCheckFilter(Filters):
    verdict = Choices(words=FactCheckVerdict.choices, label="Verdict", help_text="What the record makes of the claim.")
    source = Reference(rows=Source.objects.all(), label="Guide", help_text="Guides that make the claim.")
    publisher = Words(label="Publisher", help_text="Who publishes the guide, by name.")
    quantity = Choices(words=Quantity.choices, label="About", help_text="What the claim measures.")
    occupation = Reference(
        rows=Occupation.objects.all(), by="code", label="Occupation", help_text="Occupations whose record it meets."
    )
    career = Reference(rows=Career.objects.all(), label="Career", help_text="Careers that the claim is about.")

    @property
    def narrowed(self) -> dict[str, list[str]]:
        """Codes by filter name; unknown codes are dropped."""
        asked = {name: codes for name, codes in self.asked.items() if codes and name in ClaimFilter.base_filters}
        return {name: [codes] if isinstance(codes, str) else codes for name, codes in asked.items()}


class ClaimFilter(FactCheckFilter):
    claim = Words(label="Claim", help_text="One claim, as its address on the page of all names it.")
    quantity = Choices(words=QUANTITIES, label="About", help_text="What the claim is about.")
