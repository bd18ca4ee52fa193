from api.serializers.careers import CareerNameSerializer
from api.serializers.credentials import CredentialNameSerializer
from api.serializers.fields import Address
from api.serializers.statements import HEAD, OPTIONAL, TAIL, StatementSerializer
from education.models import Path


class PathSerializer(StatementSerializer):
    """A way into a career: what one earns, how long it takes, what it costs."""

    url = Address("api:path", "key")
    career = CareerNameSerializer()
    credentials = CredentialNameSerializer(many=True, help_text="What one has at the end: any of these.")

    class Meta:
        model = Path
        fields = (
            *HEAD,
            "career",
            "credentials",
            "name",
            "months_min",
            "months_max",
            "cost_low",
            "cost_high",
            "currency",
            *TAIL,
            *OPTIONAL,
        )
