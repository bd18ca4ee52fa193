from django.db.models import Q, QuerySet

from careers.models import Career
from education.models import Credential
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Ordering, Reference, Words


class CredentialFilter(Filters):
    q = Words(method="named", help_text="Words in the name, or the abbreviation.")
    kind = Choices(words=Credential.Kind.choices, help_text="Kinds of credential.")
    career = Reference(
        "requirements__career__slug", rows=Career.objects.all(), many=True, help_text="Careers that ask for it."
    )
    ordering = Ordering(fields={"name": "name", "rank": "rank"})

    class Meta:
        model = Credential
        fields: list[str] = []

    def named(self, credentials: QuerySet[Credential], name: str, words: str) -> QuerySet[Credential]:
        return credentials.filter(Q(name__icontains=words) | Q(abbreviation__iexact=words))
