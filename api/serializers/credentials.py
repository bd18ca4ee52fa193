from api.serializers.base import ListItemSerializer, Name
from api.serializers.fields import Address
from education.models import Credential


class CredentialNameSerializer(Name):
    """A credential by name."""

    class Meta:
        model = Credential
        fields = ("slug", "name", "abbreviation", "kind")


class CredentialSerializer(ListItemSerializer):
    """A diploma, degree, certification or license."""

    url = Address("api:credential", "slug")

    class Meta:
        model = Credential
        fields = ("slug", "url", "name", "abbreviation", "kind", "issuer", "rank")
