from careers.models import Correspondence, Occupation
from careers.schemes import SchemeChoices
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Ordering, Reference, YesNo
from facts.models import Release, Source


class CorrespondenceFilter(Filters):
    occupation = Reference(
        "occupation__code", rows=Occupation.objects.all(), by="code", help_text="Codes of occupations: 3252."
    )
    scheme = Choices("occupation__scheme", words=SchemeChoices(), help_text="Their classifications.")
    counterpart = Reference(
        "counterpart__code", rows=Occupation.objects.all(), by="code", help_text="Codes of counterparts: 29-2071."
    )
    counterpart_scheme = Choices(
        "counterpart__scheme", words=SchemeChoices(), help_text="The classifications of counterparts."
    )
    in_part = YesNo("in_part", help_text="Whether they share only a part of their jobs.")
    source = Reference("release__source__slug", rows=Source.objects.all(), help_text="Who says so.")
    release = Reference("release__slug", rows=Release.objects.ready(), help_text="Releases.")
    ordering = Ordering(fields={"occupation": "occupation__code", "counterpart": "counterpart__code"})

    class Meta:
        model = Correspondence
        fields: list[str] = []
