from collections.abc import Mapping

from django.db.models import QuerySet

from api.serializers.credentials import CredentialSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from education.models import Credential
from explore.filters.credentials import CredentialFilter


class Credentials(ListView):
    """Diplomas, degrees, certifications and licenses that sources name."""

    noun = "credentials"
    serializer = CredentialSerializer
    filters = CredentialFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[Credential]:
        return Credential.objects.order_by("rank", "name", "pk")


class OneCredential(ItemView):
    """One credential."""

    noun = "credential"
    serializer = CredentialSerializer
    of = Credentials
    address = {"slug": "slug"}

    def find(self, values: dict, slug: str) -> Credential:
        return Credential.objects.get(slug=slug)
