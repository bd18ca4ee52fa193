from api.serializers.careers import CareerNameSerializer
from api.serializers.fields import Address
from api.serializers.statements import HEAD, OPTIONAL, TAIL, StatementSerializer
from education.models import TimeToEntry


class TimeToEntrySerializer(StatementSerializer):
    """How long it takes from a starting point to being ready for a first job."""

    url = Address("api:time-to-entry", "key")
    career = CareerNameSerializer()

    class Meta:
        model = TimeToEntry
        fields = (
            *HEAD,
            "career",
            "starting_point",
            "covers",
            "months_min",
            "months_max",
            *TAIL,
            *OPTIONAL,
        )
