from api.serializers.base import ListItemSerializer
from api.serializers.careers import CareerNameSerializer
from api.serializers.credentials import CredentialNameSerializer
from api.serializers.fields import Address
from api.serializers.sources import SourceNameSerializer
from education.models import Requirement


class RequirementSerializer(ListItemSerializer):
    """What employers ask for, by a source: any of its credentials."""

    url = Address("api:requirement", "key")
    career = CareerNameSerializer()
    credentials = CredentialNameSerializer(many=True, help_text="Any one of these meets it.")
    source = SourceNameSerializer()

    class Meta:
        model = Requirement
        fields = (
            "key",
            "url",
            "career",
            "position",
            "label",
            "credentials",
            "strength",
            "field_of_study",
            "scope",
            "condition",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "note",
        )
