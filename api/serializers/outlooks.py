from api.serializers.careers import CareerNameSerializer
from api.serializers.fields import Address
from api.serializers.occupations import OccupationNameSerializer
from api.serializers.releases import ReleaseNameSerializer
from api.serializers.statements import HEAD, OPTIONAL, TAIL, StatementSerializer
from careers.models import Outlook


class OutlookSerializer(StatementSerializer):
    """How the number of jobs is said to change, for a career or for an occupation."""

    url = Address("api:outlook", "key")
    career = CareerNameSerializer(allow_null=True, help_text="The career, where a guide speaks of a title.")
    occupation = OccupationNameSerializer(allow_null=True, help_text="The occupation, where the record speaks.")
    release = ReleaseNameSerializer(allow_null=True, help_text="The release, for the record’s own figures.")

    class Meta:
        model = Outlook
        fields = (
            *HEAD,
            "career",
            "occupation",
            "release",
            "growth_percent",
            "growth_words",
            "openings_per_year",
            "employment_start",
            "employment_end",
            "start_year",
            "end_year",
            "projected",
            *TAIL,
            *OPTIONAL,
        )
