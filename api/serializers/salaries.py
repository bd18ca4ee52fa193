from rest_framework import serializers

from api.serializers.base import Name
from api.serializers.careers import CareerNameSerializer
from api.serializers.fields import Address, Number
from api.serializers.industries import IndustryNameSerializer
from api.serializers.places import PlaceNameSerializer
from api.serializers.statements import HEAD, OPTIONAL, TAIL, StatementSerializer
from careers.models import Rung
from salaries.models import Salary
from salaries.models.salary import AMOUNTS


class LevelSerializer(Name):
    """The rung that pay is for."""

    class Meta:
        model = Rung
        fields = ("position", "title")


class ConvertedSerializer(serializers.Serializer):
    """The source's own conversion of its range to another currency."""

    currency = serializers.CharField(source="converted_currency", help_text="ISO 4217: USD.")
    low = Number(source="converted_low", allow_null=True, help_text="The low end.")
    high = Number(source="converted_high", allow_null=True, help_text="The high end.")

    def to_representation(self, salary) -> dict | None:
        """The conversion; None where the source makes none."""
        return super().to_representation(salary) if salary.converted_currency else None


class SalarySerializer(StatementSerializer):
    """What a guide says one group of people in a career is paid."""

    url = Address("api:salary", "key")
    career = CareerNameSerializer()
    level = LevelSerializer(allow_null=True, help_text="The rung; null for all levels.")
    place = PlaceNameSerializer(allow_null=True, help_text="Where; null if not stated.")
    industry = IndustryNameSerializer(allow_null=True, help_text="Null for all industries.")
    converted = ConvertedSerializer(source="*", allow_null=True, help_text="As the source itself converts it.")

    class Meta:
        model = Salary
        fields = (
            *HEAD,
            "career",
            "level",
            "place",
            "industry",
            "currency",
            "pay_period",
            *AMOUNTS,
            "converted",
            *TAIL,
            *OPTIONAL,
        )
